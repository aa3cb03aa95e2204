using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using Metric = Amazon.CDK.AWS.CloudWatch.Metric;

namespace Cdk.Constructs;

internal sealed record ObservabilityProps
{
    /// <summary>What names begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The skill's name, in that of the topic.</summary>
    public required string Title { get; init; }

    /// <summary>The namespace of the functions' own metrics.</summary>
    public required string Namespace { get; init; }

    /// <summary>Who is told of alarms; null = nobody.</summary>
    public string? AlarmEmail { get; init; }

    public required int LogRetentionDays { get; init; }

    public required HitsTable Hits { get; init; }

    public required SkillEndpoint Skill { get; init; }

    public required DeliveryToS3 Delivery { get; init; }

    public required StreamForwarder Forwarder { get; init; }
}

/// <summary>The alarms on whatever loses or delays hits.</summary>
internal sealed class Observability : Construct
{
    private const int LateSeconds = 15 * 60;

    private readonly SnsAction action;

    public Observability(Construct scope, string id, ObservabilityProps props)
        : base(scope, id)
    {
        Topic = BuildTopic(props.Title, props.AlarmEmail);
        action = new SnsAction(Topic);
        var setAside = new SetAsideObjects(this, "SetAside", new SetAsideObjectsProps
        {
            Name = $"{props.Prefix}-set-aside", Bucket = props.Delivery.Bucket, LogRetentionDays = props.LogRetentionDays,
        });
        Metrics = new MetricSource(props.Namespace, props.Hits, props.Skill, props.Delivery, props.Forwarder, setAside);
        AlarmsOfSkill(Metrics);
        AlarmsOfForwarder(Metrics);
        AlarmsOfDelivery(Metrics, props.Delivery.BufferSeconds + LateSeconds);
    }

    /// <summary>The topic that alarms are told to.</summary>
    public Topic Topic { get; }

    /// <summary>What the alarms watch.</summary>
    public MetricSource Metrics { get; }

    /// <summary>Adds an alarm that the topic is told of.</summary>
    public void Alarm(string id, AlarmProps alarm)
    {
        alarm.AlarmDescription += " More in docs/operations.md.";
        new Alarm(this, $"{id}Alarm", alarm).AddAlarmAction(action);
    }

    private Topic BuildTopic(string title, string? email)
    {
        var topic = new Topic(this, "Alarms", new TopicProps { DisplayName = $"{title} alarms", EnforceSSL = true });
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

    private void AlarmsOfSkill(MetricSource metrics)
    {
        AtOnce(
            "SkillErrors",
            metrics.SkillErrors,
            "Users hear no answer: "
            + "requests fail in the skill. Its log names the error: deploy the version before, then mend it.");
        AtOnce(
            "SkillThrottles",
            metrics.SkillThrottles,
            "Users hear no answer: "
            + "Lambda gives the skill no execution. Raise the account's quota of concurrent executions.");
        IfItLasts(
            "MemoryFailures",
            metrics.Of(FunctionHosting.Metrics.MemoryFailures),
            0,
            "Users are answered as strangers, what they ask to keep is not kept, and with pseudonyms their hits have no user. "
            + "The skill's log names the store's error and what to do.");
        AtOnce(
            "HitsNotWritten",
            metrics.Of(FunctionHosting.Metrics.HitsNotWritten),
            "Users were answered, but their hits could not be written: "
            + "these are lost. The skill's log names DynamoDB's error: mend the cause, so that no more are lost.");
        AtOnce(
            "HitsThrottled",
            metrics.HitsThrottled,
            "Hits may be lost: "
            + "DynamoDB throttles their writes. Raise the bounds of hitsCapacity, or take on-demand.");
        AtOnce(
            "HitsSystemErrors",
            metrics.HitsSystemErrors,
            "Hits may be lost: "
            + "DynamoDB fails to write them. Wait, and see the AWS Health Dashboard.");
    }

    private void AlarmsOfForwarder(MetricSource metrics)
    {
        IfItLasts(
            "StreamLag",
            metrics.IteratorAge,
            LateSeconds * 1_000,
            "Athena lacks the newest hits: "
            + "the forwarder is 15 minutes behind, and after 23 hours hits are set aside. "
            + "Mend what the forwarder's log and its other alarms name.");
        IfItLasts(
            "ForwarderErrors",
            metrics.ForwarderErrors,
            0,
            "Athena lacks the newest hits: "
            + "batches fail as a whole, and after 25 repetitions they are set aside. "
            + "The forwarder's log names the error: deploy the version before, then mend it.");
        IfItLasts(
            "ForwarderThrottles",
            metrics.ForwarderThrottles,
            0,
            "Athena lacks the newest hits: "
            + "Lambda gives the forwarder no execution. Raise forwarderConcurrency or the account's quota of concurrent executions.");
        IfItLasts(
            "BatchFailures",
            metrics.Of(FunctionHosting.Metrics.BatchFailures),
            0,
            "Athena lacks the newest hits: "
            + "Firehose does not take all of each batch, and the rest is repeated. "
            + "The forwarder's log names its error: with throttling raise the stream's quota.");
        AtOnce(
            "SetAsideFailures",
            metrics.SetAsideFailures,
            "Hits are lost to Athena: "
            + "Lambda gave a batch up and could not write it to the bucket. "
            + "Deploy again if bucket or permission are gone, then send the hits from their table.");
    }

    private void AlarmsOfDelivery(MetricSource metrics, int lateSeconds)
    {
        IfItLasts(
            "Freshness",
            metrics.Freshness,
            lateSeconds,
            "Athena lacks the newest hits: "
            + "Firehose holds them 15 minutes longer than it should. Its log names the error, which is most often that of DeliverySuccess.");
        IfItLasts(
            "DeliverySuccess",
            metrics.DeliverySuccess,
            1,
            "Athena lacks the newest hits: Firehose fails to write to the bucket, and after 24 hours they are lost. "
            + "Its log names the error: deploy again if bucket or permission are gone.",
            ComparisonOperator.LESS_THAN_THRESHOLD);
        AtOnce(
            "SetAside",
            metrics.SetAside,
            "Athena lacks hits that were given up: "
            + "they lie under aws/lambda/, quarantine/ or errors/ of the bucket. "
            + "Mend the cause, then send them again: redrive --aws s3://BUCKET/aws/lambda/ s3://BUCKET/quarantine/.");
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
}
