using System.Text.Json.Nodes;
using Amazon.CDK;
using Analytics;
using Cdk.Assets;
using Cdk.Settings;
using CoinFlip;

namespace Cdk.Tests;

/// <summary>Stacks of cdk.json's context and what a test puts over it, each synthesized once and without compiling the functions.</summary>
public sealed class Stacks : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-stacks-");
    private readonly Dictionary<string, Synthesized> stacks = new(StringComparer.Ordinal);
    private Synthesized? coinFlip;

    public Stacks()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
        Environment.SetEnvironmentVariable("TMPDIR", folder.Path); // the CDK leaves a folder there for each app
    }

    /// <summary>The options that change the template, each at least once.</summary>
    public static IReadOnlyList<string[]> Variants { get; } =
    [
        [],
        [
            "stage=dev", "alarmEmail=ops@example.com", "hitTtlDays=90", "expireDays=400", "attributesTtlDays=30", "analyticsUserId=pseudonym",
            "rollUp=daily",
        ],
        [
            "hitsCapacity=5-400", "attributesStore=s3", "skillStart=provisioned", "provisionedConcurrency=2", "forwarderConcurrency=3",
            "protection=on", "rollUp=daily",
        ],
        [
            "attributesStore=http", "attributesUrl=https://memory.example.com", "attributesTokenSecret=pet-match/token",
            "infrequentAccessDays=0",
        ],
        [
            "stage=test1", "attributesStore=none", "skillStart=snapstart", "awsPackages=official", "functions=managed",
            "architecture=arm64",
            "quickSightUser=arn:aws:quicksight:us-east-1:000000000000:user/default/ann",
        ],
    ];

    /// <summary>The stack of a context.</summary>
    public Synthesized With(params string[] context)
    {
        var key = string.Join(' ', context);
        if (!stacks.TryGetValue(key, out var stack))
        {
            stacks[key] = stack = Synthesize(context, Checkout.Read("catalog", "breeds.csv"));
        }

        return stack;
    }

    /// <summary>The stack of cdk.json's context and another catalog of breeds.</summary>
    public Synthesized WithCatalog(string catalog) => stacks[catalog] = Synthesize([], catalog);

    /// <summary>The context of cdk.json with values over it, as the command line hands it on.</summary>
    public static JsonObject Context(params string[] values)
    {
        var context = JsonNode.Parse(Checkout.Read("cdk.json"))!["context"]!.DeepClone().AsObject();
        foreach (var value in values)
        {
            var name = value[..value.IndexOf('=', StringComparison.Ordinal)];
            context[name] = value[(name.Length + 1)..];
        }

        return context;
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The stack of a skill that is not Pet Match, with the context of its own cdk.json.</summary>
    public Synthesized CoinFlip => coinFlip ??= Synthesize(CoinFlipSkill.Definition, "samples/CoinFlip/Stack/cdk.json");

    /// <summary>The files of all templates.</summary>
    public IEnumerable<string> Files => Variants.Select(variant => With(variant).File).Append(CoinFlip.File);

    private Synthesized Synthesize(SkillDefinition skill, string cdkJson)
    {
        var output = Directory.CreateDirectory(folder.Find(Guid.NewGuid().ToString("N"))).FullName;
        var context = JsonNode.Parse(Checkout.Read(cdkJson))!["context"]!.DeepClone().AsObject();
        context["aws:cdk:bundling-stacks"] = new JsonArray();
        var app = AppOf(context, output);
        var settings = Settings(app, context, skill);
        var stack = new SkillStack(app, "Skill", new SkillStackProps
        {
            Skill = skill,
            Settings = settings,
            Code = new FunctionCode(Checkout.Root, settings.Functions),
            AthenaFolder = Checkout.Find(skill.AthenaFolder),
        });
        app.Synth();
        return new Synthesized(Amazon.CDK.Assertions.Template.FromStack(stack), Path.Combine(output, "Skill.template.json"), stack.TerminationProtection);
    }

    /// <summary>The settings of a context, read as the app reads them.</summary>
    internal static StackSettings Settings(JsonObject context) => Settings(AppOf(context, null), context, SkillDefinition.PetMatch);

    /// <summary>The stack of a context with a change of somebody else's.</summary>
    internal Synthesized WithChange(Action<PetMatchStack> change, params string[] context) =>
        Synthesize(context, Checkout.Read("catalog", "breeds.csv"), change);

    private Synthesized Synthesize(string[] values, string catalog, Action<PetMatchStack>? change = null)
    {
        var output = Directory.CreateDirectory(folder.Find(Guid.NewGuid().ToString("N"))).FullName;
        var breeds = Path.Combine(output, "breeds.csv");
        File.WriteAllText(breeds, BreedsFile.Text(catalog));
        var context = Context(values);
        context["aws:cdk:bundling-stacks"] = new JsonArray(); // as for 'cdk ls': nothing is compiled
        var app = AppOf(context, output);
        var settings = Settings(app, context, SkillDefinition.PetMatch);
        var stack = new PetMatchStack(app, "PetMatch", new PetMatchStackProps
        {
            Skill = SkillDefinition.PetMatch,
            Settings = settings,
            Code = new FunctionCode(Checkout.Root, settings.Functions),
            BreedsFile = breeds,
            AthenaFolder = Checkout.Find("athena"),
        });
        change?.Invoke(stack);
        app.Synth();
        return new Synthesized(Amazon.CDK.Assertions.Template.FromStack(stack), Path.Combine(output, "PetMatch.template.json"), stack.TerminationProtection);
    }

    private static StackSettings Settings(App app, JsonObject context, SkillDefinition skill) =>
        StackSettings.Read(new ContextReader(app.Node, ContextReader.NamesOf(context.ToJsonString())), skill);

    private static App AppOf(JsonObject context, string? output) => new(new AppProps
    {
        Outdir = output, Context = context.ToDictionary(entry => entry.Key, entry => Synthesized.ToObject(entry.Value)!),
    });
}
