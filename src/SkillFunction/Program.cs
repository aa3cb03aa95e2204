using System.Runtime.InteropServices;
using AlexaSkill.Dispatch;
using AlexaSkill.Services;
using Amazon.DynamoDBv2;
using Amazon.Lambda.RuntimeSupport;
using Analytics;
using FunctionHosting;
using SkillFunction;
using SkillFunction.Breeds;
using SkillFunction.Conversation;
using SkillFunction.Hits;
using SkillFunction.Memory;
using Tables;

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var time = TimeProvider.System;
    await using var output = Console.OpenStandardOutput();
    var logger = new JsonLogger(output, time);
    var metrics = new EmbeddedMetrics(logger, Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? Names.SkillAssembly, time);

    using var dynamoDb = AwsClients.Create(() => new AmazonDynamoDBClient());
    using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = HttpBreeds.MaxReplyBytes };
    var schema = new KeyValueSchema(settings.BreedsTable, BreedCatalog.KeyAttribute, BreedCatalog.ValueAttribute);
    var table = new KeyValueTable<string>(dynamoDb, schema, ValueMapping.Text);
    var notice = new LookupNotice(new ProgressiveResponses(http), time, logger);
    var breeds = settings.BreedsUrl is { } address
        ? new BreedFinder(new HttpBreeds(http, address).FindAsync, BreedFinder.HttpLimit, notice, time, logger)
        : new BreedFinder(table.GetAsync, BreedFinder.TableLimit, notice, time, logger);
    var hits = new HitWriter(dynamoDb, settings.HitsTable, settings.HitTtlDays, time, metrics, logger);
    var petMatch = new PetMatchHandler(breeds, hits, time, settings.SkillVersion, settings.UsesPseudonyms, metrics);
    var skillId = settings.SkillId is { } id ? SkillId.Only(id) : SkillId.Any;
    using var store = AttributesStore.Open(settings.Store, dynamoDb, time);
    var skill = SkillPipeline.Create(skillId, petMatch, store.Adapter, Random.Shared, time, logger);
    var endpoint = new SkillEndpoint(skill, metrics, logger);

    using var stop = new CancellationTokenSource();
    using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    });
    await WarmUp.RunAsync(skill, settings.SkillId, settings.BreedsUrl is null ? table.GetAsync : null);
    using var bootstrap = LambdaBootstrapBuilder.Create(endpoint.HandleAsync).Build();
    await bootstrap.RunAsync(stop.Token);
    return 0;
}
catch (SettingsException mistake)
{
    await Console.Error.WriteLineAsync(mistake.Message);
    return 1;
}
catch (Exception failure) when (failure is HttpRequestException or RuntimeApiClientException)
{
    await Console.Error.WriteLineAsync(
        $"AWS_LAMBDA_RUNTIME_API names a Runtime API that does not serve: {failure.Message.ReplaceLineEndings(" ")}");
    return 1;
}
