using AlexaSkill.Dispatch;
using Amazon.DynamoDBv2;
using CoinFlip;
using FunctionHosting;
using SkillHosting;

var definition = CoinFlipSkill.Definition;
return await FunctionProcess.RunAsync(definition.Assembly, async (metrics, logger) =>
{
    var settings = SkillSettings.Read(new SettingsReader(Environment.GetEnvironmentVariable), definition.Names);
    var dynamoDb = AwsClients.Create(() => new AmazonDynamoDBClient());
    var hits = new HitWriter<Flip>(Flip.Record, dynamoDb, settings.HitsTable, settings.HitTtlDays, TimeProvider.System, metrics, logger);
    var scores = new Scores(TimeProvider.System, metrics, logger);
    var skill = new Skill(new SkillOptions
    {
        SkillId = settings.Answered,
        Store = AttributesStore.Open(settings.Store, dynamoDb, TimeProvider.System, logger).Adapter,
        Handlers = new FlipHandler(hits, scores, Random.Shared, TimeProvider.System).Routes,
        ErrorHandlers = [new FailureHandler(_ => Phrases.Close(Phrases.Edge.Apology), logger)],
    });
    return new SkillEndpoint(skill, Phrases.Edge, metrics, logger).HandleAsync;
});
