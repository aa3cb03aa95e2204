using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>Makes up hits, of every outcome, without asking the skill.</summary>
internal static class RandomHits
{
    private static readonly string[] Breeds = ["Affenpinscher", "Beagle", "Boxer", "Great Pyrenees", "Newfoundland", "Toy Poodle"];

    /// <summary>Makes up a hit.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">Which hit of the run.</param>
    /// <param name="time">When it happened.</param>
    /// <returns>The hit, the same each time but for its time.</returns>
    public static Hit Create(int seed, long number, DateTimeOffset time)
    {
        var chance = new Chance(seed, "hit", number);
        var person = Person.Create(seed, chance.Below(1 + (number / 2)));
        var outcome = chance.Below(100) switch
        {
            < 60 => Outcome.Match,
            < 66 => Outcome.NoMatch,
            < 71 => Outcome.Refused,
            < 73 => Outcome.ApiError,
            _ => Outcome.Elicit,
        };
        var model = VoiceModel.Of(person.Locale);
        var lookedUp = outcome is Outcome.Match or Outcome.NoMatch or Outcome.ApiError;
        return new Hit
        {
            RequestId = $"amzn1.echo-api.request.{chance.Uuid()}",
            UserId = person.UserId,
            ApiExecutionTime = lookedUp ? 2 + chance.Below(58) : null,
            Animal = Slot(chance, model, PetMatchTalk.Slots[0], outcome == Outcome.Refused ? 2 : chance.Below(2)),
            Size = Slot(chance, model, PetMatchTalk.Slots[1]),
            Temperament = Slot(chance, model, PetMatchTalk.Slots[2]),
            Energy = Slot(chance, model, PetMatchTalk.Slots[3]),
            EventTime = time,
            SessionId = $"amzn1.echo-api.session.{chance.Uuid()}",
            NewSession = chance.Happens(40),
            Locale = person.Locale,
            DialogState = lookedUp ? "COMPLETED" : chance.Pick(["STARTED", "IN_PROGRESS"]),
            Outcome = outcome,
            Breed = outcome == Outcome.Match ? chance.Pick(Breeds) : null,
            ElicitedSlot = outcome == Outcome.Elicit ? Asked(chance) : null,
            Unmatched = outcome == Outcome.Elicit && chance.Happens(20) ? Unmatched(chance, model.Language) : null,
            Screen = person.HasScreen,
            SkillVersion = "generated",
        };
    }

    /// <summary>The DynamoDB item of a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <returns>An attribute for every column that has a value.</returns>
    public static Dictionary<string, AttributeValue> Item(Hit hit) => HitItem.Of(hit).ToDictionary(
        attribute => attribute.Name,
        attribute => attribute.IsNumber ? new AttributeValue { N = attribute.Value } : new AttributeValue { S = attribute.Value });

    private static SlotHit Slot(Chance chance, VoiceModel model, string slot, int? which = null)
    {
        var values = model.Values(PetMatchTalk.Intent, slot);
        var value = which is { } index ? values[index] : chance.Pick(values);
        var said = value.Name.Synonyms is { Count: > 0 } synonyms && !chance.Happens(45) ? chance.Pick(synonyms) : value.Name.Value;
        return new SlotHit(value.Id!.Replace('_', ' '), said, IsValid: true);
    }

    private static string Asked(Chance chance) => PetMatchTalk.Slots[1 + chance.Below(PetMatchTalk.Slots.Count - 1)];

    private static string Unmatched(Chance chance, Language language)
    {
        var slot = Asked(chance);
        return $"{slot}={chance.Pick(PetMatchTalk.Unknown(language.Code, slot))}";
    }
}
