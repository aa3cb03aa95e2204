using System.Buffers;
using System.Text.Json;

namespace FunctionHosting;

/// <summary>
/// Gathers the metrics of one invocation and writes them as one line of CloudWatch's embedded metric format, which becomes metrics without a
/// call of the function's own.
/// </summary>
/// <param name="logger">Takes the lines.</param>
/// <param name="functionName">The function's name, the dimension that keeps functions and stages apart.</param>
/// <param name="time">The clock.</param>
public sealed class EmbeddedMetrics(JsonLogger logger, string functionName, TimeProvider time)
{
    private readonly List<Measurement> values = [new(Metrics.ColdStarts) { Value = 1 }];
    private readonly ArrayBufferWriter<byte> line = new();
    private readonly Lock gate = new();
    private string? outcome;

    /// <summary>The metrics' namespace in CloudWatch.</summary>
    public string MetricsNamespace { get; init; } = Metrics.Namespace;

    /// <summary>Adds to a metric of this invocation.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="value">What to add, in the metric's unit.</param>
    public void Add(Metric metric, double value = 1)
    {
        lock (gate)
        {
            var measurement = values.Find(candidate => candidate.Metric == metric);
            if (measurement is null)
            {
                measurement = new Measurement(metric);
                values.Add(measurement);
            }

            measurement.Value += value;
        }
    }

    /// <summary>Counts the invocation's answer.</summary>
    /// <param name="answered">The outcome, as the record has it.</param>
    public void AddAnswer(string answered)
    {
        lock (gate)
        {
            outcome = answered;
        }
    }

    /// <summary>Ends the invocation: writes what was gathered, if anything was.</summary>
    public void Flush()
    {
        // A turn that was given up may still add when the next one has begun.
        lock (gate)
        {
            if (values.Count > 0 || outcome is not null)
            {
                Write();
                logger.WriteLine(line.WrittenSpan);
            }

            values.Clear();
            line.ResetWrittenCount();
            outcome = null;
        }
    }

    private void Write()
    {
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            WriteDirectives(json);
            json.WriteString(Metrics.FunctionDimension, functionName);
            foreach (var measurement in values)
            {
                json.WriteNumber(measurement.Metric.Name, measurement.Value);
            }

            if (outcome is not null)
            {
                json.WriteString(Metrics.OutcomeDimension, outcome);
                json.WriteNumber(Metrics.Answers.Name, 1);
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    private void WriteDirectives(Utf8JsonWriter json)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", time.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        if (values.Count > 0)
        {
            WriteDirective(json, values.ConvertAll(measurement => measurement.Metric), Metrics.FunctionDimension);
        }

        if (outcome is not null)
        {
            WriteDirective(json, [Metrics.Answers], Metrics.FunctionDimension, Metrics.OutcomeDimension);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteDirective(Utf8JsonWriter json, IEnumerable<Metric> metrics, params ReadOnlySpan<string> dimensions)
    {
        json.WriteStartObject();
        json.WriteString("Namespace", MetricsNamespace);
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        foreach (var dimension in dimensions)
        {
            json.WriteStringValue(dimension);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class Measurement(Metric metric)
    {
        public Metric Metric => metric;

        public double Value { get; set; }
    }
}
