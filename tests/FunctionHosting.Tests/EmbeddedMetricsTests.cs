using System.Text;
using System.Text.Json.Nodes;

namespace FunctionHosting.Tests;

public sealed class EmbeddedMetricsTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    private readonly MemoryStream output = new();
    private readonly EmbeddedMetrics metrics;

    public EmbeddedMetricsTests() => metrics = new EmbeddedMetrics(new JsonLogger(output, Time), "dev-skill", Time);

    private JsonNode[] Lines =>
        [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    [Fact]
    public void An_invocation_is_one_line_in_the_embedded_metric_format()
    {
        metrics.Flush();
        output.SetLength(0);

        metrics.Add(Metrics.Hits);
        metrics.Add(Metrics.LookupTime, 12.5);
        metrics.AddAnswer("no_match");
        metrics.Flush();

        var expected = JsonNode.Parse(
            """
            {"_aws":{"Timestamp":1767323045678,"CloudWatchMetrics":[
              {"Namespace":"PetMatch","Dimensions":[["FunctionName"]],
               "Metrics":[{"Name":"Hits","Unit":"Count"},{"Name":"LookupTime","Unit":"Milliseconds"}]},
              {"Namespace":"PetMatch","Dimensions":[["FunctionName","Outcome"]],"Metrics":[{"Name":"Answers","Unit":"Count"}]}]},
             "FunctionName":"dev-skill","Hits":1,"LookupTime":12.5,"Outcome":"no_match","Answers":1}
            """);
        JsonNode.DeepEquals(Lines.ShouldHaveSingleItem(), expected).ShouldBeTrue();
    }

    [Fact]
    public void Another_skill_has_a_namespace_of_its_own()
    {
        var own = new EmbeddedMetrics(new JsonLogger(output, Time), "skill", Time) { MetricsNamespace = "CoinFlip" };

        own.AddAnswer("won");
        own.Flush();

        Lines.ShouldHaveSingleItem()["_aws"]!["CloudWatchMetrics"]!.AsArray().Select(directive => (string?)directive!["Namespace"])
            .ShouldBe(["CoinFlip", "CoinFlip"]);
    }

    [Fact]
    public void A_cold_start_is_counted_with_the_first_invocation_alone()
    {
        metrics.Flush();
        metrics.Add(Metrics.Hits);
        metrics.Flush();

        Lines.Select(line => (double?)line[Metrics.ColdStarts.Name]).ShouldBe([1d, null]);
    }

    [Fact]
    public void An_invocation_with_nothing_to_tell_writes_nothing()
    {
        metrics.Flush();
        output.SetLength(0);

        metrics.Flush();

        Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Values_of_one_invocation_add_up_and_leave_the_next_alone()
    {
        metrics.Add(Metrics.DeliveredRecords, 3);
        metrics.Add(Metrics.DeliveredRecords, 4);
        metrics.Flush();
        metrics.Add(Metrics.DeliveredRecords, 5);
        metrics.Flush();

        Lines.Select(line => (double)line[Metrics.DeliveredRecords.Name]!).ShouldBe([7, 5]);
    }

    [Fact]
    public void Every_metric_has_a_name_of_its_own_and_a_unit_of_CloudWatch()
    {
        Metrics.All.Select(metric => metric.Name).ShouldBeUnique();
        Metrics.All.ShouldAllBe(metric => new[] { "Count", "Milliseconds", "Bytes" }.Contains(metric.Unit));
    }
}
