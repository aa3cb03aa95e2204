using AlexaSimulator.InteractionModels;
using Amazon.DynamoDBv2.Model;
using Analytics;
using Tables;

namespace LocalEmulator.Conversations;

/// <summary>
/// Makes up hits, of every outcome, without asking the skill. Breeds are the catalog's, words are those that conversations have, and the
/// hits of a dialog follow each other.
/// </summary>
public static class RandomHits
{
    /// <summary>Hits that are made up together: some dialogs, each whole.</summary>
    internal const int GroupSize = 5;

    private static readonly int[][] DialogLengths = [[1, 4], [2, 3], [3, 2], [4, 1], [1, 1, 3], [1, 2, 2], [2, 1, 2], [3, 1, 1]];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Catalog =
        new(() => BreedCatalog.Parse(File.ReadAllText(Repository.Find("catalog", "breeds.csv"))));

    /// <summary>Makes up a hit, the same each time but for its time; its dialog ends at the time given.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">Which hit of the run, from 0.</param>
    /// <param name="time">When its dialog ends.</param>
    /// <returns>The hit.</returns>
    public static Hit Create(int seed, long number, DateTimeOffset time)
    {
        var (dialog, place, length) = DialogOf(seed, number);
        var chance = new Chance(seed, "dialog", dialog);
        var person = GeneratedUser.Create(seed, chance.Below(1 + (dialog / 2)));
        var sessionId = $"amzn1.echo-api.session.{chance.Uuid()}";
        var opened = chance.Happens(40);
        var gaps = Enumerable.Range(0, length).Select(_ => TimeSpan.FromMilliseconds(4_000 + chance.Below(9_000))).ToList();
        var ending = chance.Below(100);
        var answer = Answer(new Chance(seed, "answer", dialog), PetMatchTalk.Models.Of(person.Locale), ending);
        chance = new Chance(seed, "hit", number);
        var hit = answer with
        {
            RequestId = $"amzn1.echo-api.request.{chance.Uuid()}",
            UserId = person.UserId,
            EventTime = gaps.Skip(place + 1).Aggregate(time, (at, gap) => at - gap),
            SessionId = sessionId,
            NewSession = place == 0 && !opened,
            Locale = person.Locale,
            DialogState = place == 0 ? "STARTED" : "IN_PROGRESS",
            Screen = person.HasScreen,
        };
        return place == length - 1 && ending >= 10 ? hit : Asking(hit, chance, PetMatchTalk.Models.Of(person.Locale).LanguageCode);
    }

    /// <summary>Makes the DynamoDB item of a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <returns>The item.</returns>
    public static Dictionary<string, AttributeValue> Item(Hit hit) => AttributeText.ToItem(Columns.Record.Item(hit));

    /// <summary>Which dialog a hit belongs to, its place there from 0, and how many hits the dialog has.</summary>
    private static (long Dialog, int Place, int Length) DialogOf(int seed, long number)
    {
        var group = number / GroupSize;
        var place = (int)(number % GroupSize);
        var dialog = group * GroupSize;
        foreach (var length in new Chance(seed, "dialogs", group).Pick(DialogLengths))
        {
            if (place < length)
            {
                return (dialog, place, length);
            }

            place -= length;
            dialog++;
        }

        throw new InvalidOperationException($"The dialogs of a group do not have {GroupSize} hits.");
    }

    /// <summary>A hit that answers: what the catalog says of what was asked for.</summary>
    private static Hit Answer(Chance chance, VoiceModel model, int ending)
    {
        var isRefused = ending is >= 10 and < 17;
        var animal = Slot(chance, model, PetMatchTalk.Slots[0], isRefused ? 2 : chance.Below(2));
        var size = Slot(chance, model, PetMatchTalk.Slots[1]);
        var temperament = Slot(chance, model, PetMatchTalk.Slots[2]);
        var energy = Slot(chance, model, PetMatchTalk.Slots[3]);
        var breed = Catalog.Value.GetValueOrDefault(BreedCatalog.Key(size.Resolved!, temperament.Resolved!, energy.Resolved!));
        var outcome = isRefused ? Outcome.Refused
            : ending is >= 17 and < 20 ? Outcome.ApiError
            : breed is null ? Outcome.NoMatch
            : Outcome.Match;
        long? lookup = outcome switch
        {
            Outcome.Refused => null,
            Outcome.ApiError => 1_000 + chance.Below(20),
            _ => 2 + chance.Below(58),
        };
        return new Hit
        {
            RequestId = "",
            EventTime = default,
            ApiExecutionTime = lookup,
            Animal = animal,
            Size = size,
            Temperament = temperament,
            Energy = energy,
            Outcome = outcome,
            Breed = outcome == Outcome.Match ? breed : null,
            SkillVersion = "generated",
        };
    }

    /// <summary>The hit of a turn that asks on.</summary>
    private static Hit Asking(Hit hit, Chance chance, string language) => hit with
    {
        Outcome = Outcome.Elicit,
        ApiExecutionTime = null,
        Breed = null,
        ElicitedSlot = Asked(chance),
        Unmatched = chance.Happens(20) ? Unmatched(chance, language) : null,
    };

    private static SlotHit Slot(Chance chance, VoiceModel model, string slot, int? which = null)
    {
        var values = model.Values(PetMatchTalk.Intent, slot);
        var value = which is { } index ? values[index] : chance.Pick(values);
        var said = value.Name.Synonyms is { Count: > 0 } synonyms && !chance.Happens(45) ? chance.Pick(synonyms) : value.Name.Value;
        return new SlotHit(value.Id!.Replace('_', ' '), said, IsValid: true);
    }

    private static string Asked(Chance chance) => PetMatchTalk.Slots[1 + chance.Below(PetMatchTalk.Slots.Count - 1)];

    private static string Unmatched(Chance chance, string language)
    {
        var slot = Asked(chance);
        var words = chance.Pick(PetMatchTalk.Unknown(language, slot));
        return $"{slot}={words.Replace(",", "", StringComparison.Ordinal).Replace('/', ' ')}"; // as they are heard, without marks
    }
}
