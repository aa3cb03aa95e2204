using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;

namespace Cdk.Tests;

/// <summary>Stacks of cdk.json's context and what a test puts over it, each synthesized once. Their functions are empty.</summary>
public sealed class Stacks : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("petmatch-stacks-").FullName;
    private readonly Dictionary<string, Synthesized> stacks = new(StringComparer.Ordinal);

    public Stacks()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
    }

    /// <summary>The options that change the template, each at least once.</summary>
    public static IReadOnlyList<string[]> Variants { get; } =
    [
        [],
        ["stage=dev", "alarmEmail=ops@example.com", "hitTtlDays=90", "expireDays=400", "attributesTtlDays=30", "analyticsUserId=pseudonym"],
        ["hitsCapacity=5-400", "attributesStore=s3", "skillStart=provisioned", "provisionedConcurrency=2", "forwarderConcurrency=3"],
        [
            "attributesStore=http", "attributesUrl=https://memory.example.com", "attributesTokenSecret=pet-match/token",
            "infrequentAccessDays=0",
        ],
        [
            "stage=test1", "attributesStore=none", "skillStart=snapstart", "awsPackages=official", "architecture=arm64",
            "quickSightUser=arn:aws:quicksight:us-east-1:000000000000:user/default/ann",
        ],
    ];

    /// <summary>The stack of a context.</summary>
    /// <param name="context">Values as <c>-c</c> takes them.</param>
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

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Synthesized Synthesize(string[] values, string catalog)
    {
        var output = Path.Combine(folder, $"{stacks.Count}");
        var context = Context(values);
        var settings = StackSettings.Read(new ContextReader(context.ToJsonString()));
        var app = new App(new AppProps
        {
            Outdir = output,
            Context = context.Where(entry => entry.Key.Contains(':', StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key, entry => (object)(entry.Value!.GetValueKind() == JsonValueKind.True)),
        });
        var breeds = Path.Combine(folder, $"breeds-{stacks.Count}.csv");
        File.WriteAllText(breeds, Assets.Breeds(catalog));
        var stack = new PetMatchStack(app, settings, new Assets(Empty("skill"), Empty("forwarder"), breeds, Checkout.Find("athena")));
        app.Synth();
        return new Synthesized(Amazon.CDK.Assertions.Template.FromStack(stack), Path.Combine(output, "PetMatch.template.json"));
    }

    private string Empty(string name)
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(empty, $"{name}.dll"), name);
        return empty;
    }
}
