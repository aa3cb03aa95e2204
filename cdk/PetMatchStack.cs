using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Analytics;
using Cdk.Constructs;
using Constructs;
using FunctionHosting;

namespace Cdk;

/// <summary>All of Pet Match: what every skill has, its breeds, and what only it asks and shows.</summary>
internal sealed class PetMatchStack : SkillStack
{
    private const int MaxLookupFailuresPercent = 5; // the SDK has tried again before a look-up fails

    private static readonly string[] LookupRanks = ["p50", "p90", "p99"];

    public PetMatchStack(Construct scope, string id, PetMatchStackProps props)
        : base(scope, id, props with { Resources = endpoint => Breeds(endpoint, props), OwnGraphs = Graphs })
    {
        var settings = props.Settings;
        WatchLookups();
        if (settings.QuickSightUser is { } user)
        {
            _ = new QuickSightDataSet(this, "QuickSight", new QuickSightDataSetProps
            {
                DataSetId = settings.Names.Prefix, User = user, Catalog = Catalog, Bucket = Delivery.Bucket,
            });
        }

        if (settings.RollsUp)
        {
            _ = new RollUp(this, "RollUp", new RollUpProps
            {
                Name = $"{settings.Names.Prefix}-roll-up",
                Catalog = Catalog,
                Bucket = Delivery.Bucket,
                Alarms = Observability.Topic,
                Retention = settings.Stage.Retention,
            });
        }
    }

    private static SkillResources Breeds(Construct endpoint, PetMatchStackProps props)
    {
        var breeds = new BreedsTable(endpoint, "Breeds", new BreedsTableProps
        {
            NamePrefix = props.Settings.Stage.Prefix(Names.BreedsTable), File = props.BreedsFile,
        });
        return new SkillResources
        {
            Variables = new Dictionary<string, string>
            {
                [Variables.BreedsTable] = breeds.TableName,
                [Variables.AnalyticsUserId] = props.Settings.Skill.UsesPseudonyms ? "pseudonym" : "alexa",
            },
            Grants = [Allow.To(["dynamodb:GetItem"], breeds.AnyVersionArn)],
            DependsOn = [breeds],
        };
    }

    private static IEnumerable<GraphWidget> Graphs(MetricSource metrics) =>
    [
        SkillDashboard.Graph("Answers by outcome", [.. Enum.GetValues<Outcome>().Select(metrics.Answers)]),
        SkillDashboard.Graph("Look-up in milliseconds", [.. LookupRanks.Select(rank => metrics.Of(Metrics.LookupTime, rank))]),
    ];

    private void WatchLookups() => Observability.Alarm("LookupFailures", new AlarmProps
    {
        Metric = Observability.Metrics.LookupFailures.With(new MathExpressionOptions { Period = Duration.Minutes(15) }),
        Threshold = MaxLookupFailuresPercent,
        EvaluationPeriods = 1,
        ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
        AlarmDescription = "Users hear that the list of dogs is out of reach. The skill's log names the cause: "
            + "with AccessDenied or a missing table deploy again, with throttling wait or raise DynamoDB's quota.",
        TreatMissingData = TreatMissingData.NOT_BREACHING,
    });
}
