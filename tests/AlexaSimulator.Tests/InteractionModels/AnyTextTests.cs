using System.Text;
using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

/// <summary>Whatever is said, something is understood: of the model, without delay, and the same each time.</summary>
public sealed class AnyTextTests
{
    private const int Patience = 120_000; // ms; a search that explodes takes hours

    private static readonly string[] Odd =
        ["", "'", "n't", "'s", "-", "{size}", "ẞ", "İ", "\u0301", "\ud83d", "\U0001F436", "12", "½", "犬", "\0", "a'b'c", "O’Neill", "\r\n", "…"];

    public static TheoryData<string> Locales => [.. Models.All.Locales];

    [Fact]
    public void Any_text_is_understood_as_something_of_the_model()
    {
        var models = Models.All.Locales.Select(locale => (Model: Models.Of(locale), Vocabulary: Odd.Concat(Vocabulary(Models.Of(locale))).ToArray())).ToArray();
        foreach (var seed in Fuzz.Seeds(1_200))
        {
            var (model, vocabulary) = models[seed % models.Length];
            var chance = new Random(seed);
            var text = string.Join(Pick(chance, [" ", "-", ", ", "'", "  "]), Enumerable.Range(0, chance.Next(25)).Select(_ => Pick(chance, vocabulary)));
            (string, string)? asked = chance.Next(2) == 0 ? ("PetMatchIntent", Pick(chance, ["size", "temperament", "energy", "pet"])) : null;

            var understood = model.Understand(new Utterance(text), asked);

            var intent = model.Intent(understood.Intent).ShouldNotBeNull($"{Fuzz.Alone(seed)} {text}");
            understood.Slots.Keys.ShouldBeSubsetOf(intent.AllSlots.Select(slot => slot.Name), text);
            understood.Slots.Values.ShouldAllBe(value => value.Length > 0, text);
            var again = model.Understand(new Utterance(text), asked);
            (again.Intent, again.UnknownWords).ShouldBe((understood.Intent, understood.UnknownWords), text);
            again.Slots.ShouldBe(understood.Slots, ignoreOrder: true, text);
        }
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Locales))]
    public Task Long_texts_come_to_an_end(string locale)
    {
        var model = Models.Of(locale);
        string[] words = [.. Vocabulary(model)];
        var chance = new Random(12);
        foreach (var phrase in new[] { words[0], "small small dog ", "ein kleiner Hund ", "a ", "dog that is small and calm ", "xyz ", "I'd " })
        {
            model.Understand(new Utterance(new StringBuilder().Insert(0, $"{phrase} ", 2_000).ToString()), ("PetMatchIntent", "size")).ShouldNotBeNull();
        }

        model.Understand(new Utterance(string.Join(' ', Enumerable.Range(0, 2_000).Select(_ => Pick(chance, words))))).ShouldNotBeNull();
        return Task.CompletedTask;
    }

    private static string Pick(Random chance, string[] words) => words[chance.Next(words.Length)];

    private static IEnumerable<string> Vocabulary(VoiceModel model) =>
    [
        .. model.Intents.SelectMany(intent => model.SamplesOf(intent.Name)).SelectMany(sample => Word.Of(sample.Text)).Select(word => word.Key).Distinct(),
        .. model.Intent("PetMatchIntent")!.AllSlots.SelectMany(slot => model.Values("PetMatchIntent", slot.Name)).SelectMany(value => value.Phrases),
        .. model.Language.Fillers,
    ];
}
