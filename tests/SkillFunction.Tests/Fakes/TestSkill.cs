using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;
using Analytics;
using FunctionHosting;
using SkillFunction.Breeds;
using SkillHosting;

namespace SkillFunction.Tests.Fakes;

/// <summary>
/// The skill with everything of its own, between requests and a DynamoDB that are made up. It may be a fresh one for each request, as a
/// conversation's next turn may meet a process that has just started.
/// </summary>
internal sealed class TestSkill : IAsyncDisposable
{
    public const string SkillId = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

    /// <summary>What a look-up takes before it goes on as a test says.</summary>
    public const int LookupMilliseconds = 42;

    private static readonly IReadOnlyDictionary<string, string> Catalog =
        BreedCatalog.Parse(File.ReadAllText(Checkout.Find("catalog", "breeds.csv")));

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly MemoryStream metricLines = new();
    private Func<SkillEndpoint> endpoint = null!;

    public FakeDynamoDb DynamoDb { get; private set; } = null!;

    public LogLines Log { get; } = new();

    public List<string> LookedUp { get; } = [];

    /// <summary>The lines in CloudWatch's embedded metric format, one an invocation that had something to tell.</summary>
    public IReadOnlyList<JsonNode> Metrics =>
        [.. Encoding.UTF8.GetString(metricLines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    /// <summary>The items that were put, as DynamoDB's JSON.</summary>
    public IReadOnlyList<JsonNode> Hits => [.. DynamoDb.Calls.Select(call => call["Item"]!)];

    public static async Task<TestSkill> StartAsync(
        string? skillId = SkillId,
        BreedLookup? lookup = null,
        IPersistenceAdapter? store = null,
        bool usesPseudonyms = false,
        Random? random = null,
        TestTime? time = null,
        IAmazonDynamoDB? dynamoDb = null,
        bool isFreshEachTurn = false)
    {
        var skill = new TestSkill { DynamoDb = await FakeDynamoDb.StartAsync() };
        var clock = time ?? new TestTime();
        var chance = random ?? new Variant();
        var settings = Settings.Read(variable => variable switch
        {
            "AWS_LAMBDA_RUNTIME_API" => "127.0.0.1:9001",
            Variables.SkillId => skillId ?? "*",
            Variables.SkillVersion => "1.2.3",
            Variables.AnalyticsUserId => usesPseudonyms ? "pseudonym" : "alexa",
            _ => null,
        });
        Task<string?> FindAsync(string key, CancellationToken cancellationToken)
        {
            clock.Advance(TimeSpan.FromMilliseconds(LookupMilliseconds));
            return (lookup ?? skill.FindAsync)(key, cancellationToken);
        }

        var services = new SkillServices(dynamoDb ?? skill.DynamoDb.Client, skill.http, FindAsync, store ?? new NoPersistenceAdapter());
        var metrics = new EmbeddedMetrics(new JsonLogger(skill.metricLines, clock), "skill", clock);
        SkillEndpoint Create() => SkillComposition.Create(settings, services, metrics, chance, clock, skill.Log);

        var kept = Create();
        skill.endpoint = isFreshEachTurn ? Create : () => kept;
        return skill;
    }

    public Task<JsonNode> AskAsync(string json) => AskAsync(Encoding.UTF8.GetBytes(json));

    public async Task<JsonNode> AskAsync(byte[] json)
    {
        using var request = new MemoryStream(json);
        await using var response = await endpoint().HandleAsync(request, new LambdaContext());
        return (await JsonNode.ParseAsync(response, cancellationToken: TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return DynamoDb.DisposeAsync();
    }

    private Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        LookedUp.Add(key);
        return Task.FromResult(Catalog.GetValueOrDefault(key));
    }
}
