using System.Globalization;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Analytics;
using Cdk.Assets;
using Cdk.Settings;
using Constructs;
using FunctionHosting;

namespace Cdk.Constructs;

internal sealed record SkillEndpointProps
{
    public required string FunctionName { get; init; }

    /// <summary>Whose function it is.</summary>
    public required SkillDefinition Skill { get; init; }

    /// <summary>The only skill that may call it.</summary>
    public required string SkillId { get; init; }

    public required SkillSettings Settings { get; init; }

    public required FunctionCode Code { get; init; }

    /// <summary>The table that it writes to.</summary>
    public required HitsTable Hits { get; init; }

    public required int HitTtlDays { get; init; }

    /// <summary>Adds what the skill needs of its own, below this construct.</summary>
    public required Func<Construct, SkillResources> Resources { get; init; }

    public required AttributesSettings Attributes { get; init; }

    public required string AttributesTableName { get; init; }

    public required int LogRetentionDays { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>The function that Alexa calls, with what the skill needs of its own and the users that it remembers.</summary>
internal sealed class SkillEndpoint : Construct
{
    private const string AliasName = "live";

    public SkillEndpoint(Construct scope, string id, SkillEndpointProps props)
        : base(scope, id)
    {
        FunctionName = props.FunctionName;
        var own = props.Resources(this);
        var store = new AttributesStore(this, "Attributes", new AttributesStoreProps
        {
            Attributes = props.Attributes, TableName = props.AttributesTableName, Retention = props.Retention,
        });
        Function = new ManagedFunction(this, ManagedFunction.Unnamed, new ManagedFunctionProps
        {
            FunctionName = props.FunctionName,
            Assembly = props.Skill.Assembly,
            Folder = props.Skill.Folder,
            Code = props.Code,
            MemoryMegabytes = Pipeline.SkillMemoryMegabytes,
            TimeoutSeconds = Pipeline.SkillTimeoutSeconds,
            LogRetentionDays = props.LogRetentionDays,
            Variables = VariablesOf(props, own, store),
            Grants =
            [
                Allow.To(["dynamodb:PutItem"], props.Hits.Table.TableArn),
                .. own.Grants,
                .. store.Grants,
            ],
            GrantedNames = [props.Hits.TableName, props.AttributesTableName],
            DependsOn = [props.Hits, .. own.DependsOn, store],
        }).Function;
        if (props.Settings.TakesSnapshots)
        {
            ((CfnFunction)Function.Node.DefaultChild!).SnapStart = new CfnFunction.SnapStartProperty { ApplyOn = "PublishedVersions" };
        }

        EndpointArn = Publish(props).FunctionArn;
    }

    public Function Function { get; }

    /// <summary>The function's name as text, not as a reference.</summary>
    public string FunctionName { get; }

    /// <summary>What Alexa calls: the alias, whose ARN stays while versions come and go.</summary>
    public string EndpointArn { get; }

    // Names are text: a reference keeps its text when a table is replaced, and the CDK would publish no version that names the new one.
    private static Dictionary<string, string> VariablesOf(SkillEndpointProps props, SkillResources own, AttributesStore store) =>
        new(store.Variables.Concat(own.Variables), StringComparer.Ordinal)
        {
            [Variables.MetricsNamespace] = props.Skill.ShortTitle,
            [Variables.SkillId] = props.SkillId,
            [Variables.SkillVersion] = props.Settings.Version,
            [Variables.HitsTable] = props.Hits.TableName,
            [Variables.HitTtlDays] = props.HitTtlDays.ToString(CultureInfo.InvariantCulture),
        };

    private Alias Publish(SkillEndpointProps props)
    {
        var alias = new Alias(this, "Alias", new AliasProps
        {
            AliasName = AliasName,
            Version = Function.CurrentVersion,
            ProvisionedConcurrentExecutions = props.Settings.ProvisionedConcurrency,
        });
        alias.AddPermission("Alexa", new Permission
        {
            Principal = new ServicePrincipal("alexa-appkit.amazon.com"),
            Action = "lambda:InvokeFunction",
            EventSourceToken = props.SkillId, // without it, any skill may call
        });
        return alias;
    }
}
