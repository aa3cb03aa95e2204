using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Analytics;
using Constructs;
using Metric = Amazon.CDK.AWS.CloudWatch.Metric;

namespace Cdk;

/// <summary>The dashboard, and the alarms on whatever loses or delays hits.</summary>
internal sealed class Observability : Construct
{
    private static readonly Duration Minute = Duration.Minutes(1);

    private readonly SnsAction action;

    /// <summary>Builds dashboard, alarms and topic.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="hits">The hits table.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="forwarder">The forwarder.</param>
    public Observability(
        Construct stack, StackSettings settings, HitsTable hits, SkillEndpoint skill, DeliveryToS3 delivery, StreamForwarder forwarder)
        : base(stack, "Observability")
    {
        Topic = BuildTopic(settings.AlarmEmail);
        action = new SnsAction(Topic);
        var setAside = new SetAsideObjects(this, settings, delivery.Bucket);
        var metrics = new MetricSource(settings, hits, skill.Function, delivery, forwarder.Function, setAside);
        BuildAlarms(metrics, settings.Delivery);
        _ = new PetMatchDashboard(this, settings, metrics);
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

    private void BuildAlarms(MetricSource metrics, DeliverySettings delivery)
    {
        var late = Duration.Minutes(15).ToSeconds();
        Above("StreamLag", metrics.IteratorAge, late * 1_000, 3, "The forwarder is 15 minutes behind; hits are lost after 23 hours.");
        Above("ForwarderErrors", metrics.ForwarderErrors, 0, 3, "Batches fail as a whole; the stream repeats them.");
        Above("ForwarderThrottles", metrics.ForwarderThrottles, 0, 3, "The forwarder gets no execution: raise the concurrency.");
        Above("BatchFailures", metrics.Of(Metrics.BatchFailures), 0, 3, "Firehose does not take all of each batch; the rest is repeated.");
        Above("Freshness", metrics.Freshness, delivery.BufferSeconds + late, 3, "Firehose holds hits 15 minutes longer than it should.");
        Below("DeliverySuccess", metrics.DeliverySuccess, 1, 3, "Firehose fails to write to the bucket; hits are lost after 24 hours.");
        Above("SetAside", metrics.SetAside, 0, 1, "Hits were given up: see aws/lambda/, quarantine/ and errors/ of the bucket.");
        Above("HitsNotWritten", metrics.Of(Metrics.HitsNotWritten), 0, 1, "Hits were answered and could not be written: they are lost.");
        Above("HitsThrottled", metrics.HitsThrottled, 0, 1, "DynamoDB throttles writes of hits.");
        Above("HitsSystemErrors", metrics.HitsSystemErrors, 0, 1, "DynamoDB fails to write hits.");
        Above("SkillErrors", metrics.SkillErrors, 0, 1, "Requests fail in the skill: users hear no answer.");
        Above("SkillThrottles", metrics.SkillThrottles, 0, 1, "The skill gets no execution: users hear no answer.");
    }

    private void Above(string id, Metric metric, double threshold, int minutes, string description) =>
        Alarm(id, metric, threshold, minutes, ComparisonOperator.GREATER_THAN_THRESHOLD, description);

    private void Below(string id, Metric metric, double threshold, int minutes, string description) =>
        Alarm(id, metric, threshold, minutes, ComparisonOperator.LESS_THAN_THRESHOLD, description);

    private void Alarm(string id, Metric metric, double threshold, int minutes, ComparisonOperator comparison, string description) =>
        new Alarm(this, $"{id}Alarm", new AlarmProps
        {
            Metric = metric.With(new MetricOptions { Period = Minute }),
            Threshold = threshold,
            EvaluationPeriods = minutes,
            ComparisonOperator = comparison,
            AlarmDescription = description,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        }).AddAlarmAction(action);
}
