using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;
using AlexaSkill.Services;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Analytics;
using BenchmarkDotNet.Attributes;
using FunctionHosting;
using Microsoft.Extensions.Logging.Abstractions;
using SkillFunction;
using SkillFunction.Breeds;
using SkillFunction.Conversation;
using SkillFunction.Hits;
using SkillFunction.Tests.Fakes;

namespace Benchmarks.WarmIntent;

/// <summary>
/// What a warm PetMatchIntent costs the function itself: its request's bytes to its answer's bytes, the hit's write through the AWS SDK up to
/// the wire included; whoever would answer there answers at once.
/// </summary>
[InProcess]
[MemoryDiagnoser]
public class PetMatchIntent
{
    private byte[] request = [];
    private SkillEndpoint endpoint = null!;

    /// <summary>Puts the function together as its Program does.</summary>
    [GlobalSetup]
    public void Start()
    {
        request = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "request.json"));
        var wire = new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1", HttpClientFactory = new AnsweringHttp() };
        var dynamoDb = new AmazonDynamoDBClient(new BasicAWSCredentials("benchmark", "benchmark"), wire);
        var (time, logger) = (TimeProvider.System, NullLogger.Instance);
        var metrics = new EmbeddedMetrics(new JsonLogger(Stream.Null, time), "benchmark", time);
        var notice = new LookupNotice(new ProgressiveResponses(new HttpClient()), time, logger);
        var breeds = new BreedFinder((_, _) => Task.FromResult<string?>("Basenji"), BreedFinder.TableLimit, notice, time, logger);
        var hits = new HitWriter(dynamoDb, Names.HitsTable, 0, time, metrics, logger);
        var petMatch = new PetMatchHandler(breeds, hits, time, "1.0", usesPseudonyms: false, metrics);
        var skill = SkillPipeline.Create(SkillId.Any, petMatch, new NoPersistenceAdapter(), new Random(1), time, logger);
        endpoint = new SkillEndpoint(skill, metrics, logger);
    }

    /// <summary>One request.</summary>
    /// <returns>The answer.</returns>
    [Benchmark]
    public Task<Stream> Answer() => endpoint.HandleAsync(new MemoryStream(request), new LambdaContext());
}
