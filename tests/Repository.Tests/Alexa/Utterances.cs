using System.Text.RegularExpressions;

namespace Repository.Tests.Alexa;

/// <summary>Tells which phrases the samples of a model cover word for word.</summary>
internal static partial class Utterances
{
    public static IEnumerable<string> SlotsOf(string sample) => SlotName().Matches(sample).Select(slot => slot.Groups[1].Value);

    public static bool Covers(InteractionModel model, ModelIntent intent, string phrase)
    {
        var words = phrase.Split(' ');
        return intent.AllSamples.Where(sample => MayCover(sample.Split(' '), words))
            .Any(sample => Regex.IsMatch(phrase, Pattern(model, intent, sample), RegexOptions.IgnoreCase));
    }

    /// <summary>Spares most samples the search: the phrase must have their words, and a word or more for each slot.</summary>
    private static bool MayCover(string[] parts, string[] words) => parts.Length <= words.Length
        && parts.Where(part => part[0] != '{').All(part => words.Contains(part, StringComparer.OrdinalIgnoreCase));

    private static string Pattern(InteractionModel model, ModelIntent intent, string sample) =>
        $"^{SlotName().Replace(sample, found => PhrasesOf(model, intent.Slots!.Single(slot => slot.Name == found.Groups[1].Value)))}$";

    private static string PhrasesOf(InteractionModel model, ModelSlot slot) => slot.Type.StartsWith("AMAZON.", StringComparison.Ordinal)
        ? @"\S+"
        : $"(?:{string.Join('|', model.Values(slot.Type).SelectMany(value => value.Phrases).Select(Regex.Escape))})";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex SlotName();
}
