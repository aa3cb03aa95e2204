using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using FunctionHosting;

namespace Cdk.Constructs;

internal sealed record SkillDashboardProps
{
    public required string DashboardName { get; init; }

    /// <summary>What it shows.</summary>
    public required MetricSource Metrics { get; init; }

    /// <summary>Makes the graphs of what only the skill does, which stand beside its hits.</summary>
    public required Func<MetricSource, IEnumerable<GraphWidget>> OwnGraphs { get; init; }
}

/// <summary>The one dashboard: a row a question, from the skill down to the bucket.</summary>
internal sealed class SkillDashboard : Construct
{
    private const int Width = 8; // three graphs a row of 24

    public SkillDashboard(Construct scope, string id, SkillDashboardProps props)
        : base(scope, id)
    {
        var metrics = props.Metrics;
        var dashboard = new Dashboard(this, "Dashboard", new DashboardProps { DashboardName = props.DashboardName });
        dashboard.AddWidgets([Graph("Hits", metrics.Of(Metrics.Hits), metrics.Of(Metrics.HitsNotWritten)), .. props.OwnGraphs(metrics)]);
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

    /// <summary>Makes a graph, a third of a row wide.</summary>
    public static GraphWidget Graph(string title, params IMetric[] metrics) =>
        new(new GraphWidgetProps { Title = title, Left = metrics, Width = Width });
}
