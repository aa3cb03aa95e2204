using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AlexaSkill.Responses;
using Analytics;
using LocalEmulator;
using SkillFunction.Conversation;
using SkillFunction.Phrases;

namespace SkillFunction.Tests.Phrases;

public sealed partial class PhraseBookTests
{
    private const int MaxSpeech = 8_000; // Alexa: characters of speech

    private static readonly string[] Pieces = ["article.", "breed.", "wish", "match.short", "or", "size.", "temperament.", "energy."];

    public static TheoryData<string> Languages => Names(Folder);

    public static TheoryData<string> Locales => Names(Models);

    private static string Folder => Repository.Find("src", "SkillFunction", "Phrases");

    private static string Models => Repository.Find("alexa", "interactionModels", "custom");

    [Fact]
    public void Every_language_of_the_skill_package_has_a_file() =>
        Locales.Select(row => row.Data[..2]).Distinct().ShouldBe(Languages.Select(row => row.Data), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_each_phrase_once_and_no_other(string language) =>
        Written(language).Select(phrase => phrase.Name).ShouldBe(Expected, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_is_spoken_with_the_phrases_of_its_own_file(string language)
    {
        foreach (var phrase in Written(language))
        {
            PhraseBook.For(language).Variants(phrase.Name).ShouldBe(phrase.Value.EnumerateArray().Select(variant => variant.GetString()));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Variants_are_tidy_plain_text_with_the_same_placeholders(string language)
    {
        foreach (var key in Expected)
        {
            var variants = PhraseBook.For(language).Variants(key);
            var english = Placeholders(PhraseBook.For("en").Variants(key)[0]);

            variants.ShouldNotBeEmpty(key);
            variants.ShouldBeUnique(key);
            foreach (var variant in variants)
            {
                Placeholders(variant).ShouldBe(english, ignoreOrder: true, $"{language}: {variant}");
                Ssml.Speak(variant).ShouldBe($"<speak>{variant}</speak>", "white space and markup");
                variant.Length.ShouldBeLessThan(MaxSpeech / 10);
                Untidy().IsMatch(variant).ShouldBeFalse(variant);
                (IsPiece(key) || variant[^1] is '.' or '!' or '?').ShouldBeTrue(variant);
                (IsPiece(key) || char.IsUpper(variant[0]) || variant[0] == '{').ShouldBeTrue(variant);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Questions_and_what_is_heard_often_have_several_variants(string language)
    {
        string[] often =
        [
            Phrase.Welcome, Phrase.WelcomeBack, Phrase.Match, Phrase.NoMatch, Phrase.Refusal, Phrase.Fallback, Phrase.Goodbye,
            .. PetMatchSlots.RequiredNames.Append(Questions.Start).Append(Questions.Another).Select(Phrase.Question),
        ];

        often.ShouldAllBe(key => PhraseBook.For(language).Variants(key).Count >= 3);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_question_asks(string language)
    {
        foreach (var question in Questions.All.Where(question => question is not Questions.Name and not Questions.Start))
        {
            PhraseBook.For(language).Variants(Phrase.Question(question)).ShouldAllBe(variant => variant.Contains('?'));
        }
    }

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("de-DE", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("de", "de")]
    [InlineData("ja-JP", "en")]
    [InlineData("dexter", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_locale_speaks_its_language_or_English(string? locale, string language) =>
        PhraseBook.For(locale).ShouldBeSameAs(PhraseBook.For(language));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Values_are_called_as_the_interaction_model_calls_them(string locale)
    {
        var model = JsonElement.Parse(File.ReadAllText(Path.Combine(Models, $"{locale}.json")));
        var types = model.GetProperty("interactionModel").GetProperty("languageModel").GetProperty("types").EnumerateArray();
        foreach (var type in types.Where(type => PetMatchSlots.RequiredNames.Contains(type.GetProperty("name").GetString()!)))
        {
            foreach (var value in type.GetProperty("values").EnumerateArray())
            {
                var key = Phrase.Value(type.GetProperty("name").GetString()!, value.GetProperty("id").GetString()!);
                PhraseBook.For(locale).Variants(key).ShouldBe([value.GetProperty("name").GetProperty("value").GetString()!]);
            }
        }
    }

    private static bool IsPiece(string key) =>
        Pieces.Any(piece => key.StartsWith(piece, StringComparison.Ordinal)) || key is Phrase.Title or Phrase.AnotherButton;

    private static IEnumerable<string> Expected =>
    [
        .. typeof(Phrase).GetFields(BindingFlags.Public | BindingFlags.Static).Select(name => (string)name.GetRawConstantValue()!),
        .. Questions.All.Select(Phrase.Question),
        .. Questions.All.Select(Phrase.Help),
        .. PetMatchSlots.RequiredNames.Append(Questions.Name).Select(Phrase.Unknown),
        .. new[] { "tiny", "small", "medium", "large" }.Select(value => Phrase.Value(PetMatchSlots.SizeName, value)),
        .. new[] { "family", "guard", "watch" }.Select(value => Phrase.Value(PetMatchSlots.TemperamentName, value)),
        .. new[] { "low", "medium", "high" }.Select(value => Phrase.Value(PetMatchSlots.EnergyName, value)),
        .. BreedCatalog.Parse(File.ReadAllText(Repository.Find("catalog", "breeds.csv"))).Values
            .Where(breed => breed.Length > 0).Distinct().Select(Phrase.BreedOf),
    ];

    private static TheoryData<string> Names(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static JsonProperty[] Written(string language) =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, $"{language}.json"))).EnumerateObject()];

    private static string[] Placeholders(string phrase) => [.. Placeholder().Matches(phrase).Select(match => match.Value)];

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    // A space before a sign, a sign twice, or none after it.
    [GeneratedRegex(@" [.,:;!?]|[.,:;!?]{2}|[.,:;!?][^ ]")]
    private static partial Regex Untidy();
}
