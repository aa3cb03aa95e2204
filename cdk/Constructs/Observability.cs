using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using FunctionHosting;
using Metric = Amazon.CDK.AWS.CloudWatch.Metric;

namespace Cdk.Constructs;

internal sealed record ObservabilityProps
{
    /// <summary>The dashboard's name, and what other names begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Who is told of alarms; null = nobody.</summary>
    public string? AlarmEmail { get; init; }

    public required int LogRetentionDays { get; init; }

    public required HitsTable Hits { get; init; }

    public required SkillEndpoint Skill { get; init; }

    public required DeliveryToS3 Delivery { get; init; }

    public required StreamForwarder Forwarder { get; init; }
}

/// <summary>The dashboard, and the alarms on whatever loses or delays hits.</summary>
internal sealed class Observability : Construct
{
    private const int MaxLookupFailuresPercent = 5; // the SDK has tried again before a look-up fails

    private readonly SnsAction action;

    public Observability(Construct scope, string id, ObservabilityProps props)
        : base(scope, id)
    {
        Topic = BuildTopic(props.AlarmEmail);
        action = new SnsAction(Topic);
        var setAside = new SetAsideObjects(this, "SetAside", new SetAsideObjectsProps
        {
            Name = $"{props.Prefix}-set-aside", Bucket = props.Delivery.Bucket, LogRetentionDays = props.LogRetentionDays,
        });
        var metrics = new MetricSource(props.Hits, props.Skill, props.Delivery, props.Forwarder, setAside);
        BuildAlarms(metrics, props.Delivery.BufferSeconds);
        _ = new PetMatchDashboard(this, "Dashboard", new PetMatchDashboardProps { DashboardName = props.Prefix, Metrics = metrics });
    }

    /// <summary>The topic that alarms are told to.</summary>
    public Topic Topic { get; }

    private Topic BuildTopic(string? email)
    {
        var topic = new Topic(this, "Alarms", new TopicProps { DisplayName = "Pet Match alarms", EnforceSSL = true });
        topic.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "AlarmsOfThisAccount",
            Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
            Actions = ["sns:Publish"],
            Resources = [topic.TopicArn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Aws.ACCOUNT_ID },
            },
        }));
        if (email is not null)
        {
            topic.AddSubscription(new EmailSubscription(email));
        }

        return topic;
    }

    private void BuildAlarms(MetricSource metrics, int bufferSeconds)
    {
        var late = Duration.Minutes(15).ToSeconds();
        IfItLasts("StreamLag", metrics.IteratorAge, late * 1_000, "The forwarder is 15 minutes behind; hits are lost after 23 hours.");
        IfItLasts("ForwarderErrors", metrics.ForwarderErrors, 0, "Batches fail as a whole; the stream repeats them.");
        IfItLasts("ForwarderThrottles", metrics.ForwarderThrottles, 0, "The forwarder gets no execution: raise the concurrency.");
        IfItLasts("BatchFailures", metrics.Of(Metrics.BatchFailures), 0, "Firehose does not take all of each batch; the rest is repeated.");
        IfItLasts("Freshness", metrics.Freshness, bufferSeconds + late, "Firehose holds hits 15 minutes longer than it should.");
        IfItLasts(
            "DeliverySuccess",
            metrics.DeliverySuccess,
            1,
            "Firehose fails to write to the bucket; hits are lost after 24 hours.",
            ComparisonOperator.LESS_THAN_THRESHOLD);
        AtOnce("SetAside", metrics.SetAside, "Hits were given up: see aws/lambda/, quarantine/ and errors/ of the bucket.");
        AtOnce("HitsNotWritten", metrics.Of(Metrics.HitsNotWritten), "Hits were answered and could not be written: they are lost.");
        Alarm("LookupFailures", new AlarmProps
        {
            Metric = metrics.LookupFailures.With(new MathExpressionOptions { Period = Duration.Minutes(15) }),
            Threshold = MaxLookupFailuresPercent,
            EvaluationPeriods = 1,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            AlarmDescription = "Users hear that the list of dogs is out of reach. The skill's log names the cause: "
                + "with AccessDenied or a missing table deploy again, with throttling wait or raise DynamoDB's quota.",
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        AtOnce("HitsThrottled", metrics.HitsThrottled, "DynamoDB throttles writes of hits.");
        AtOnce("HitsSystemErrors", metrics.HitsSystemErrors, "DynamoDB fails to write hits.");
        AtOnce("SkillErrors", metrics.SkillErrors, "Requests fail in the skill: users hear no answer.");
        AtOnce("SkillThrottles", metrics.SkillThrottles, "The skill gets no execution: users hear no answer.");
    }

    /// <summary>For what is lost: it goes off within a minute of the first.</summary>
    private void AtOnce(string id, Metric metric, string description) => Alarm(id, new AlarmProps
    {
        Metric = metric.With(new MetricOptions { Period = Duration.Minutes(1) }),
        Threshold = 0,
        EvaluationPeriods = 1,
        ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
        AlarmDescription = description,
        TreatMissingData = TreatMissingData.NOT_BREACHING,
    });

    /// <summary>For what is late: retries mend a bad moment, so it goes off after two bad ones of three spans of five minutes.</summary>
    private void IfItLasts(
        string id,
        Metric metric,
        double threshold,
        string description,
        ComparisonOperator comparison = ComparisonOperator.GREATER_THAN_THRESHOLD) =>
        Alarm(id, new AlarmProps
        {
            Metric = metric.With(new MetricOptions { Period = Duration.Minutes(5) }),
            Threshold = threshold,
            EvaluationPeriods = 3,
            DatapointsToAlarm = 2,
            ComparisonOperator = comparison,
            AlarmDescription = description,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });

    private void Alarm(string id, AlarmProps alarm) => new Alarm(this, $"{id}Alarm", alarm).AddAlarmAction(action);
}
