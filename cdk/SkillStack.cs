using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Analytics;
using Cdk.Assets;
using Cdk.Constructs;
using Cdk.Settings;
using Constructs;

namespace Cdk;

/// <summary>What the stack of any skill is made of.</summary>
internal record SkillStackProps
{
    public required SkillDefinition Skill { get; init; }

    public required StackSettings Settings { get; init; }

    /// <summary>The code of the functions.</summary>
    public required FunctionCode Code { get; init; }

    /// <summary>The folder of Athena's queries and views.</summary>
    public required string AthenaFolder { get; init; }

    /// <summary>Makes the dashboard's graphs of what only the skill does.</summary>
    public Func<MetricSource, IEnumerable<GraphWidget>> OwnGraphs { get; init; } = _ => [];

    /// <summary>Adds what the skill needs of its own, below its endpoint.</summary>
    public Func<Construct, SkillResources> Resources { get; init; } = _ => new SkillResources();
}

/// <summary>A skill, its analytics table, the pipeline to S3 and what Athena knows of it.</summary>
internal class SkillStack : Stack
{
    public SkillStack(Construct scope, string id, SkillStackProps props)
        : base(scope, id, new StackProps
        {
            StackName = props.Settings.Names.Stack,
            Description = $"{props.Skill.Title}: an Alexa skill and its analytics pipeline",
            TerminationProtection = props.Settings.Stage.IsProtected,
            AnalyticsReporting = false, // its metadata would name regions
        })
    {
        var settings = props.Settings;
        var hits = new HitsTable(this, "HitsTable", new HitsTableProps
        {
            TableName = settings.Names.HitsTable, Hits = settings.Hits, Retention = settings.Stage.Retention,
        });
        var skill = BuildSkill(props, hits);
        Delivery = new DeliveryToS3(this, "DeliveryToS3", new DeliveryToS3Props
        {
            StreamName = settings.Names.DeliveryStream,
            Delivery = settings.Delivery,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
        Catalog = BuildCatalog(props);
        Observability = new Observability(this, "Observability", new ObservabilityProps
        {
            Prefix = settings.Names.Prefix,
            Title = props.Skill.Title,
            Namespace = props.Skill.ShortTitle,
            AlarmEmail = settings.AlarmEmail,
            LogRetentionDays = settings.LogRetentionDays,
            Hits = hits,
            Skill = skill,
            Delivery = Delivery,
            Forwarder = BuildForwarder(props, hits),
        });
        _ = new SkillDashboard(Observability, "Dashboard", new SkillDashboardProps
        {
            DashboardName = settings.Names.Prefix, Metrics = Observability.Metrics, OwnGraphs = props.OwnGraphs,
        });
        WarnOfPlaceholder(settings.SkillId);
        Output("EndpointArn", skill.EndpointArn, "The endpoint for alexa/skill.json");
        Output("AwsPackages", props.Code.PackagesOf(this), "Whose Lambda and Firehose packages the functions run on");
        Output("Bucket", Delivery.Bucket.BucketName, "The bucket of delivered hits");
        Output("WorkGroup", settings.Names.Prefix, "The Athena work group to ask in");
        Output("Dashboard", settings.Names.Prefix, "The CloudWatch dashboard");
        Output("AlarmTopic", Observability.Topic.TopicArn, "The SNS topic of the alarms");
    }

    protected DeliveryToS3 Delivery { get; }

    protected AthenaCatalog Catalog { get; }

    protected Observability Observability { get; }

    protected void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });

    private SkillEndpoint BuildSkill(SkillStackProps props, HitsTable hits)
    {
        var settings = props.Settings;
        return new SkillEndpoint(this, "SkillEndpoint", new SkillEndpointProps
        {
            FunctionName = settings.Names.Skill,
            Skill = props.Skill,
            SkillId = settings.SkillId,
            Settings = settings.Skill,
            Code = props.Code,
            Hits = hits,
            HitTtlDays = settings.Hits.TtlDays,
            Resources = props.Resources,
            Attributes = settings.Attributes,
            AttributesTableName = settings.Names.AttributesTable,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
    }

    private StreamForwarder BuildForwarder(SkillStackProps props, HitsTable hits)
    {
        var settings = props.Settings;
        return new StreamForwarder(this, "StreamForwarder", new StreamForwarderProps
        {
            FunctionName = settings.Names.Forwarder,
            Skill = props.Skill,
            Code = props.Code,
            Hits = hits,
            Delivery = Delivery,
            DeliveryLogTableName = settings.Names.DeliveryLogTable,
            ReservedConcurrency = settings.ForwarderConcurrency > 0 ? settings.ForwarderConcurrency : null,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
    }

    private AthenaCatalog BuildCatalog(SkillStackProps props)
    {
        var settings = props.Settings;
        return new AthenaCatalog(this, "AthenaCatalog", new AthenaCatalogProps
        {
            Database = settings.Names.Database,
            Table = settings.Names.Table,
            Skill = props.Skill,
            WorkGroupName = settings.Names.Prefix,
            ScanLimitMegabytes = settings.ScanLimitMegabytes,
            Bucket = Delivery.Bucket,
            Sql = new AthenaSql(props.AthenaFolder, props.Skill.Names, settings.Names.Database, settings.Names.Table),
            Retention = settings.Stage.Retention,
        });
    }

    private void WarnOfPlaceholder(string skillId)
    {
        if (skillId == StackSettings.PlaceholderSkillId)
        {
            Annotations.Of(this).AddWarningV2(
                "petmatch:placeholderSkillId",
                "alexaSkillId is not set: this skill refuses every caller. Put its id into cdk.json, or add -c alexaSkillId=YOUR-SKILL-ID.");
        }
    }
}
