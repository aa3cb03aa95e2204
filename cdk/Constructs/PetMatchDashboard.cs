using Amazon.CDK.AWS.CloudWatch;
using Analytics;
using Constructs;
using FunctionHosting;

namespace Cdk.Constructs;

internal sealed record PetMatchDashboardProps
{
    public required string DashboardName { get; init; }

    /// <summary>What it shows.</summary>
    public required MetricSource Metrics { get; init; }
}

/// <summary>The one dashboard: a row a question, from the skill down to the bucket.</summary>
internal sealed class PetMatchDashboard : Construct
{
    private const int Width = 8; // three graphs a row of 24

    private static readonly string[] Ranks = ["p50", "p90", "p99"];

    public PetMatchDashboard(Construct scope, string id, PetMatchDashboardProps props)
        : base(scope, id)
    {
        var metrics = props.Metrics;
        var dashboard = new Dashboard(this, "Dashboard", new DashboardProps { DashboardName = props.DashboardName });
        dashboard.AddWidgets(
            Graph("Hits", metrics.Of(Metrics.Hits), metrics.Of(Metrics.HitsNotWritten)),
            Graph("Answers by outcome", [.. Enum.GetValues<Outcome>().Select(metrics.Answers)]),
            Graph("Look-up in milliseconds", [.. Ranks.Select(rank => metrics.Of(Metrics.LookupTime, rank))]));
        dashboard.AddWidgets(
            Graph("Cold starts", metrics.Of(Metrics.ColdStarts), metrics.ForwarderColdStarts()),
            Graph(
                "The skill's errors and throttles",
                metrics.SkillErrors, metrics.SkillThrottles, metrics.Of(Metrics.MemoryFailures)),
            Graph("The hits table's throttles and errors", metrics.HitsThrottled, metrics.HitsSystemErrors));
        dashboard.AddWidgets(
            Graph("Stream lag in milliseconds", metrics.IteratorAge),
            Graph(
                "Batches that failed",
                metrics.Of(Metrics.BatchFailures), metrics.ForwarderErrors, metrics.ForwarderThrottles),
            Graph("Records and objects set aside", metrics.Of(Metrics.QuarantinedRecords), metrics.SetAside, metrics.SetAsideFailures));
        dashboard.AddWidgets(
            Graph("Firehose freshness in seconds", metrics.Freshness),
            Graph("Firehose throttles and success", metrics.FirehoseThrottles, metrics.DeliverySuccess),
            Graph("Bytes a hit", metrics.BytesPerHit));
    }

    private static GraphWidget Graph(string title, params IMetric[] metrics) =>
        new(new GraphWidgetProps { Title = title, Left = metrics, Width = Width });
}
