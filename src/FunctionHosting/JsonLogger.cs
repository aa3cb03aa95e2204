using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace FunctionHosting;

/// <summary>
/// Writes each entry as one line of JSON in the form that Lambda filters by level, before the call returns: a line that waits in a queue
/// may be frozen with the function.
/// </summary>
/// <param name="output">Where lines go, such as the standard output.</param>
/// <param name="time">The clock.</param>
public sealed class JsonLogger(Stream output, TimeProvider time) : ILogger
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (IsEnabled(logLevel))
        {
            Write(logLevel, eventId, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>>);
        }
    }

    /// <summary>Writes a line that is JSON already, such as a metric's.</summary>
    /// <param name="line">The line with its line feed.</param>
    public void WriteLine(ReadOnlySpan<byte> line)
    {
        lock (gate)
        {
            output.Write(line);
            output.Flush();
        }
    }

    private void Write(LogLevel level, EventId eventId, string message, IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
            json.WriteString("level", Name(level));
            json.WriteString("event", eventId.Name);
            json.WriteString("message", message);
            foreach (var (name, value) in values ?? [])
            {
                // The template itself, which the generated log methods list as the last value.
                if (name != "{OriginalFormat}")
                {
                    WriteValue(json, name, value);
                }
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        WriteLine(line.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        if (value is int or long)
        {
            json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    private static string Name(LogLevel level) => level switch
    {
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };
}
