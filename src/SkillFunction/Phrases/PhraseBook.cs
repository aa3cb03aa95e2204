using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkillFunction.Phrases;

/// <summary>All that the skill says in one language, several variants each; read from its file when it is first spoken.</summary>
internal sealed partial class PhraseBook
{
    private static readonly Lazy<PhraseBook> English = new(() => new PhraseBook("en"));
    private static readonly Lazy<PhraseBook> German = new(() => new PhraseBook("de"));

    private readonly Dictionary<string, string[]> phrases;

    private PhraseBook(string language)
    {
        using var file = typeof(PhraseBook).Assembly.GetManifestResourceStream($"{language}.json")!;
        phrases = JsonSerializer.Deserialize(file, PhraseJson.Default.DictionaryStringStringArray)!;
    }

    /// <summary>The phrases of a locale's language; English where the skill does not speak it.</summary>
    /// <returns>The phrases.</returns>
    public static PhraseBook For(string? locale) => (locale?.Split('-')[0] is "de" ? German : English).Value;

    /// <summary>The variants of a phrase.</summary>
    /// <returns>The variants; none where the language has no such phrase.</returns>
    public IReadOnlyList<string> Variants(string key) => phrases.GetValueOrDefault(key) ?? [];

    [JsonSerializable(typeof(Dictionary<string, string[]>))]
    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
    private sealed partial class PhraseJson : JsonSerializerContext;
}
