using System.Globalization;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Analytics;
using Constructs;
using FunctionHosting;

namespace Cdk;

/// <summary>The function that Alexa calls, with the breeds that it knows and the users that it remembers.</summary>
internal sealed class SkillEndpoint : Construct
{
    private const string AliasName = "live";

    /// <summary>Builds the endpoint.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="hits">The table that it writes to.</param>
    /// <param name="assets">What the stack brings along.</param>
    public SkillEndpoint(Construct stack, StackSettings settings, HitsTable hits, Assets assets)
        : base(stack, "SkillEndpoint")
    {
        var breeds = new BreedsTable(this, settings.Names.BreedsTable, assets.BreedsFile);
        var store = new AttributesStore(this, settings);

        // Names are literals: a reference keeps its text when a table is replaced, and CDK would publish no version that names the new one.
        var variables = new Dictionary<string, string>(store.Variables, StringComparer.Ordinal)
        {
            [Variables.SkillId] = settings.SkillId,
            [Variables.SkillVersion] = settings.Skill.Version,
            [Variables.HitsTable] = settings.Names.HitsTable,
            [Variables.HitTtlDays] = settings.Hits.TtlDays.ToString(CultureInfo.InvariantCulture),
            [Variables.AnalyticsUserId] = settings.Skill.UsesPseudonyms ? "pseudonym" : "alexa",
            [Variables.BreedsTable] = breeds.TableName,
        };
        Function = ManagedFunction.Create(this, settings, new FunctionSpec(
            settings.Names.Skill,
            Names.SkillAssembly,
            assets.SkillFolder,
            Pipeline.SkillMemoryMegabytes,
            Pipeline.SkillTimeoutSeconds,
            variables,
            [
                Allow.To(["dynamodb:PutItem"], hits.Table.TableArn),
                Allow.To(["dynamodb:GetItem"], breeds.AnyVersionArn),
                .. store.Grants,
            ],
            [settings.Names.HitsTable, settings.Names.AttributesTable]));
        Function.Node.AddDependency(hits.Table, breeds, store); // literal names say nothing of the order
        if (settings.Skill.TakesSnapshots)
        {
            ((CfnFunction)Function.Node.DefaultChild!).SnapStart = new CfnFunction.SnapStartProperty { ApplyOn = "PublishedVersions" };
        }

        EndpointArn = Publish(settings).FunctionArn;
    }

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>What Alexa calls: the alias, whose ARN stays while versions come and go.</summary>
    public string EndpointArn { get; }

    private Alias Publish(StackSettings settings)
    {
        var alias = new Alias(this, "Alias", new AliasProps
        {
            AliasName = AliasName,
            Version = Function.CurrentVersion,
            ProvisionedConcurrentExecutions = settings.Skill.ProvisionedConcurrency,
        });
        alias.AddPermission("Alexa", new Permission
        {
            Principal = new ServicePrincipal("alexa-appkit.amazon.com"),
            Action = "lambda:InvokeFunction",
            EventSourceToken = settings.SkillId, // without it, any skill may call
        });
        return alias;
    }
}
