using AlexaSkill.Dispatch;
using AlexaSkill.Services;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Breeds;
using SkillFunction.Conversation;
using SkillFunction.Hits;

namespace SkillFunction;

/// <summary>Puts the function together.</summary>
internal static class SkillComposition
{
    /// <summary>Creates what answers invocations.</summary>
    public static SkillEndpoint Create(
        Settings settings, SkillServices services, EmbeddedMetrics metrics, Random random, TimeProvider time, ILogger logger)
    {
        var notice = new LookupNotice(new ProgressiveResponses(services.Http), time, logger);
        var limit = settings.BreedsUrl is null ? BreedFinder.TableLimit : BreedFinder.HttpLimit;
        var breeds = new BreedFinder(services.Breeds, limit, notice, time, logger);
        var hits = new HitWriter(services.DynamoDb, settings.HitsTable, settings.HitTtlDays, time, metrics, logger);
        var petMatch = new PetMatchHandler(breeds, hits, time, settings.SkillVersion, settings.UsesPseudonyms, metrics);
        var skillId = settings.SkillId is { } id ? SkillId.Only(id) : SkillId.Any;
        var skill = SkillPipeline.Create(skillId, petMatch, services.Store, random, metrics, time, logger);
        return new SkillEndpoint(skill, metrics, logger);
    }
}
