using Amazon.CDK;
using Cdk.Assets;
using Cdk.Constructs;
using Cdk.Settings;
using Constructs;

namespace Cdk;

/// <summary>All of Pet Match: the skill, its analytics table, the pipeline to S3 and what Athena knows of it.</summary>
internal sealed class PetMatchStack : Stack
{
    public PetMatchStack(Construct scope, string id, PetMatchStackProps props)
        : base(scope, id, new StackProps
        {
            StackName = props.Settings.Names.Stack,
            Description = "Pet Match: an Alexa skill and its analytics pipeline",
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
        var delivery = new DeliveryToS3(this, "DeliveryToS3", new DeliveryToS3Props
        {
            StreamName = settings.Names.DeliveryStream,
            Delivery = settings.Delivery,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
        var forwarder = BuildForwarder(props, hits, delivery);
        var catalog = BuildCatalog(props, delivery);
        var observability = new Observability(this, "Observability", new ObservabilityProps
        {
            Prefix = settings.Names.Prefix,
            AlarmEmail = settings.AlarmEmail,
            LogRetentionDays = settings.LogRetentionDays,
            Hits = hits,
            Skill = skill,
            Delivery = delivery,
            Forwarder = forwarder,
        });
        if (settings.RollsUp)
        {
            _ = new RollUp(this, "RollUp", new RollUpProps
            {
                Name = $"{settings.Names.Prefix}-roll-up",
                Catalog = catalog,
                Bucket = delivery.Bucket,
                Alarms = observability.Topic,
                Retention = settings.Stage.Retention,
            });
        }

        WarnOfPlaceholder(settings.SkillId);
        Output("EndpointArn", skill.EndpointArn, "The endpoint for alexa/skill.json");
        Output("AwsPackages", props.Code.PackagesOf(this), "Whose Lambda and Firehose packages the functions run on");
        Output("Bucket", delivery.Bucket.BucketName, "The bucket of delivered hits");
        Output("WorkGroup", settings.Names.Prefix, "The Athena work group to ask in");
        Output("Dashboard", settings.Names.Prefix, "The CloudWatch dashboard");
        Output("AlarmTopic", observability.Topic.TopicArn, "The SNS topic of the alarms");
    }

    private SkillEndpoint BuildSkill(PetMatchStackProps props, HitsTable hits)
    {
        var settings = props.Settings;
        return new SkillEndpoint(this, "SkillEndpoint", new SkillEndpointProps
        {
            FunctionName = settings.Names.Skill,
            SkillId = settings.SkillId,
            Skill = settings.Skill,
            Code = props.Code,
            Hits = hits,
            HitTtlDays = settings.Hits.TtlDays,
            BreedsTablePrefix = settings.Names.BreedsTable,
            BreedsFile = props.BreedsFile,
            Attributes = settings.Attributes,
            AttributesTableName = settings.Names.AttributesTable,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
    }

    private StreamForwarder BuildForwarder(PetMatchStackProps props, HitsTable hits, DeliveryToS3 delivery)
    {
        var settings = props.Settings;
        return new StreamForwarder(this, "StreamForwarder", new StreamForwarderProps
        {
            FunctionName = settings.Names.Forwarder,
            Code = props.Code,
            Hits = hits,
            Delivery = delivery,
            DeliveryLogTableName = settings.Names.DeliveryLogTable,
            ReservedConcurrency = settings.ForwarderConcurrency > 0 ? settings.ForwarderConcurrency : null,
            LogRetentionDays = settings.LogRetentionDays,
            Retention = settings.Stage.Retention,
        });
    }

    private AthenaCatalog BuildCatalog(PetMatchStackProps props, DeliveryToS3 delivery)
    {
        var settings = props.Settings;
        var catalog = new AthenaCatalog(this, "AthenaCatalog", new AthenaCatalogProps
        {
            Database = settings.Names.Database,
            Table = settings.Names.Table,
            WorkGroupName = settings.Names.Prefix,
            ScanLimitMegabytes = settings.ScanLimitMegabytes,
            Bucket = delivery.Bucket,
            Sql = new AthenaSql(props.AthenaFolder, settings.Names.Database, settings.Names.Table),
            Retention = settings.Stage.Retention,
        });
        if (settings.QuickSightUser is { } user)
        {
            _ = new QuickSightDataSet(this, "QuickSight", new QuickSightDataSetProps
            {
                DataSetId = settings.Names.Prefix, User = user, Catalog = catalog, Bucket = delivery.Bucket,
            });
        }

        return catalog;
    }

    private void WarnOfPlaceholder(string skillId)
    {
        if (skillId == StackSettings.PlaceholderSkillId)
        {
            Annotations.Of(this).AddWarningV2(
                "petmatch:placeholderSkillId",
                "alexaSkillId is the placeholder of cdk.json: this skill refuses every caller. Add -c alexaSkillId=YOUR-SKILL-ID.");
        }
    }

    private void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
