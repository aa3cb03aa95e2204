using AlexaSkill.Services;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Breeds;
using SkillFunction.Conversation;
using SkillFunction.Phrases;
using SkillHosting;

namespace SkillFunction;

/// <summary>Puts the function together.</summary>
internal static class SkillComposition
{
    /// <summary>What is said in English where nothing is known of who called.</summary>
    public static EdgePhrases Phrases { get; } = new(First(Phrase.Unreadable), First(Phrase.ForeignSkill), First(Phrase.Apology));

    /// <summary>Creates what answers invocations.</summary>
    public static SkillEndpoint Create(
        Settings settings, SkillServices services, EmbeddedMetrics metrics, Random random, TimeProvider time, ILogger logger)
    {
        var notice = new LookupNotice(new ProgressiveResponses(services.Http), time, logger);
        var limit = settings.BreedsUrl is null ? BreedFinder.TableLimit : BreedFinder.HttpLimit;
        var breeds = new BreedFinder(services.Breeds, limit, notice, time, logger);
        var hits = new HitWriter<Hit>(Columns.Record, services.DynamoDb, settings.Skill.HitsTable, settings.Skill.HitTtlDays, time, metrics, logger);
        var petMatch = new PetMatchHandler(breeds, hits, time, settings.Skill.SkillVersion, settings.UsesPseudonyms, metrics);
        var skill = SkillPipeline.Create(settings.Skill.Answered, petMatch, services.Store, random, metrics, time, logger);
        return new SkillEndpoint(skill, Phrases, metrics, logger);
    }

    private static string First(string phrase) => PhraseBook.For(null).Variants(phrase)[0];
}
