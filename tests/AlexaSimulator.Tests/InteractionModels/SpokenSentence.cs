using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

/// <summary>A sentence with what a person would hear. A line reads <c>[slot asked for] sentence => Intent slot=heard:id, ...</c>.</summary>
/// <remarks>
/// Brackets and intent may be missing: nothing was asked, PetMatchIntent. An id of <c>?</c> means that no value knows the words, several
/// ids that the words are ambiguous; a name has none.
/// </remarks>
internal sealed record SpokenSentence(string? Asked, string Text, string Intent, IReadOnlyList<HeardSlot> Slots)
{
    private const string PetMatch = "PetMatchIntent";

    /// <summary>These slots must not be heard where nobody filled them; the others are small words that change nothing.</summary>
    private static readonly string[] Meaningful = ["pet", "size", "temperament", "energy", "shedding", "name"];

    public static IReadOnlyList<SpokenSentence> Read(string name)
    {
        var path = Checkout.Find("tests", "AlexaSimulator.Tests", "InteractionModels", "Sentences", $"{name}.txt");
        return [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    /// <summary>What a model hears in place of what a person would; null where both hear the same.</summary>
    public string? Misheard(VoiceModel model)
    {
        var heard = model.Understand(new Utterance(Text), Asked is null ? null : (PetMatch, Asked));
        var isRight = heard.Intent == Intent
            && Slots.All(slot => heard.Slots.TryGetValue(slot.Name, out var value) && slot.IsMet(value, model.Kind(Intent, slot.Name)!))
            && heard.Slots.Keys.Intersect(Meaningful).All(name => Slots.Any(slot => slot.Name == name));
        var question = Asked is null ? "" : $"[{Asked}] ";
        return isRight ? null : $"{question}{Text} => {heard.Intent} {string.Join(", ", heard.Slots.Select(slot => Describe(model, heard, slot)))}";
    }

    private static string Describe(VoiceModel model, Understanding heard, KeyValuePair<string, string> slot)
    {
        var ids = model.Kind(heard.Intent, slot.Key)!.Resolve(slot.Value).Select(value => value.Id);
        return $"{slot.Key}={slot.Value}:{string.Join('|', ids)}";
    }

    private static SpokenSentence Parse(string line)
    {
        var (said, meant) = Halves(line, " =>");
        var (asked, text) = said[0] == '[' ? Halves(said[1..], "] ") : (null, said);
        var (intent, slots) = meant.Contains("Intent", StringComparison.Ordinal) ? Halves(meant + " ", " ") : (PetMatch, meant);
        return new SpokenSentence(asked, text, intent, [.. slots.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(HeardSlot.Parse)]);
    }

    private static (string First, string Second) Halves(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return (text[..at].Trim(), text[(at + separator.Length)..].Trim());
    }
}

/// <summary>A slot as a person hears it: its words, and the ids that they mean.</summary>
internal sealed record HeardSlot(string Name, string Words, string? Ids)
{
    public static HeardSlot Parse(string text)
    {
        var (name, rest) = (text[..text.IndexOf('=', StringComparison.Ordinal)], text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new HeardSlot(name, rest, null) : new HeardSlot(name, rest[..colon], rest[(colon + 1)..]);
    }

    /// <summary>Known words may be heard with more around them that means the same ("to protect me"); unknown ones and names only as they are.</summary>
    public bool IsMet(string value, SlotKind kind)
    {
        var (heard, words) = (Word.KeysOf(value), Word.KeysOf(Words));
        var ids = kind.Resolve(value).Select(match => match.Id!).ToHashSet(StringComparer.Ordinal);
        return Ids is null or "?"
            ? heard == words && ids.Count == 0
            : ids.SetEquals(Ids.Split('|')) && $" {heard} ".Contains($" {words} ", StringComparison.Ordinal);
    }
}
