using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Lambda;
using Analytics;
using FunctionHosting;
using Metric = Amazon.CDK.AWS.CloudWatch.Metric;

namespace Cdk.Constructs;

/// <summary>The metrics of what is deployed: the functions' own, and those of the services.</summary>
internal sealed class MetricSource(
    string ownNamespace, HitsTable hits, SkillEndpoint skill, DeliveryToS3 delivery, StreamForwarder forwarder, SetAsideObjects setAside)
{
    private const string Sum = "Sum";
    private const string Maximum = "Maximum";

    private static readonly FunctionHosting.Metric[] OfForwarder =
        [Metrics.DeliveredRecords, Metrics.DeliveredBytes, Metrics.BatchFailures, Metrics.QuarantinedRecords];

    private static readonly Duration Period = Duration.Minutes(5);

    public Metric IteratorAge => OfLambda(forwarder.Function, "IteratorAge", Maximum);

    public Metric ForwarderErrors => OfLambda(forwarder.Function, "Errors", Sum);

    public Metric ForwarderThrottles => OfLambda(forwarder.Function, "Throttles", Sum);

    /// <summary>
    /// Batches that were given up and could not be written to the bucket.
    /// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
    /// </summary>
    public Metric SetAsideFailures => OfLambda(forwarder.Function, "DestinationDeliveryFailures", Sum);

    public Metric SkillErrors => OfLambda(skill.Function, "Errors", Sum);

    public Metric SkillThrottles => OfLambda(skill.Function, "Throttles", Sum);

    public Metric Freshness => OfFirehose("DeliveryToS3.DataFreshness", Maximum);

    public Metric DeliverySuccess => OfFirehose("DeliveryToS3.Success", "Average");

    public Metric FirehoseThrottles => OfFirehose("ThrottledRecords", Sum);

    public Metric SetAside => Of("AWS/Events", "TriggeredRules", Sum, new() { ["RuleName"] = setAside.RuleName });

    public Metric HitsThrottled => OfHitsTable("ThrottledRequests");

    public Metric HitsSystemErrors => OfHitsTable("SystemErrors");

    /// <summary>The forwarder's bytes for one hit.</summary>
    public MathExpression BytesPerHit => new(new MathExpressionProps
    {
        Expression = "bytes / hits",
        Label = "bytes a hit",
        Period = Period,
        UsingMetrics = new Dictionary<string, IMetric> { ["bytes"] = Of(Metrics.DeliveredBytes), ["hits"] = Of(Metrics.DeliveredRecords) },
    });

    /// <summary>Of a hundred looked up breeds, how many could not be.</summary>
    public MathExpression LookupFailures => new(new MathExpressionProps
    {
        Expression = "100 * failed / (failed + FILL(found, 0) + FILL(none, 0))",
        Label = "% of look-ups that failed",
        UsingMetrics = new Dictionary<string, IMetric>
        {
            ["failed"] = Answers(Outcome.ApiError), ["found"] = Answers(Outcome.Match), ["none"] = Answers(Outcome.NoMatch),
        },
    });

    /// <summary>A metric that the function of its subject emits.</summary>
    public Metric Of(FunctionHosting.Metric metric, string statistic = Sum) =>
        Of(metric, OfForwarder.Contains(metric) ? forwarder.FunctionName : skill.FunctionName, statistic);

    /// <summary>The first requests of the forwarder's processes.</summary>
    public Metric ForwarderColdStarts() => Of(Metrics.ColdStarts, forwarder.FunctionName, Sum);

    /// <summary>The answers with one outcome.</summary>
    public Metric Answers(Outcome outcome) => new(new MetricProps
    {
        Namespace = ownNamespace,
        MetricName = Metrics.Answers.Name,
        Statistic = Sum,
        Period = Period,
        Label = Columns.Text(outcome),
        DimensionsMap = new Dictionary<string, string>
        {
            [Metrics.FunctionDimension] = skill.FunctionName,
            [Metrics.OutcomeDimension] = Columns.Text(outcome),
        },
    });

    private Metric Of(FunctionHosting.Metric metric, string function, string statistic) =>
        Of(ownNamespace, metric.Name, statistic, new() { [Metrics.FunctionDimension] = function });

    private static Metric OfLambda(Function function, string name, string statistic) =>
        Of("AWS/Lambda", name, statistic, new() { ["FunctionName"] = function.FunctionName });

    private Metric OfFirehose(string name, string statistic) =>
        Of("AWS/Firehose", name, statistic, new() { ["DeliveryStreamName"] = delivery.Stream.Ref });

    private Metric OfHitsTable(string name) =>
        Of("AWS/DynamoDB", name, Sum, new() { ["TableName"] = hits.Table.TableName, ["Operation"] = "PutItem" });

    private static Metric Of(string source, string name, string statistic, Dictionary<string, string> dimensions) => new(new MetricProps
    {
        Namespace = source, MetricName = name, Statistic = statistic, Period = Period, DimensionsMap = dimensions,
    });
}
