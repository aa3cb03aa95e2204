using Amazon.CDK;
using Constructs;

namespace Cdk;

/// <summary>The whole of Pet Match: from Alexa's request to Athena's answer.</summary>
internal sealed class PetMatchStack : Stack
{
    /// <summary>Builds the stack.</summary>
    /// <param name="app">The app.</param>
    /// <param name="settings">What the context decides.</param>
    /// <param name="assets">What the stack brings along.</param>
    public PetMatchStack(Construct app, StackSettings settings, Assets assets)
        : base(app, "PetMatch", new StackProps
        {
            StackName = settings.Names.Stack,
            Description = "Pet Match: an Alexa skill and its analytics pipeline",
            TerminationProtection = settings.Stage.IsProduction,
            AnalyticsReporting = false, // its metadata would name regions
        })
    {
        var hits = new HitsTable(this, settings);
        var skill = new SkillEndpoint(this, settings, hits, assets);
        var delivery = new DeliveryToS3(this, settings);
        var forwarder = new StreamForwarder(this, settings, hits, delivery, assets);
        var catalog = new AthenaCatalog(this, settings, delivery, assets);
        var observability = new Observability(this, settings, hits, skill, delivery, forwarder);
        if (settings.QuickSightUser is { } user)
        {
            _ = new QuickSightDataSet(this, settings, catalog, user);
        }

        Output("EndpointArn", skill.EndpointArn, "The endpoint for alexa/skill.json");
        Output("Bucket", delivery.Bucket.BucketName, "The bucket of delivered hits");
        Output("WorkGroup", settings.Names.WorkGroup, "The Athena work group to ask in");
        Output("Dashboard", settings.Names.WorkGroup, "The CloudWatch dashboard");
        Output("AlarmTopic", observability.Topic.TopicArn, "The SNS topic of the alarms");
    }

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
