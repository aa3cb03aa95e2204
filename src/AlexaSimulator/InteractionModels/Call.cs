using AlexaSkill.Requests;

namespace AlexaSimulator.InteractionModels;

/// <summary>
/// What is left of an utterance once Alexa knows whether it calls the skill by its name: such an utterance begins a session. There are no
/// wishes where the skill is only opened, and several where a wish may be read in several ways. Another skill is named where something is
/// opened that is neither this skill nor anything that it understands.
/// </summary>
internal sealed record Call(bool NamesSkill, IReadOnlyList<Utterance> Wishes, string? OtherSkill = null)
{
    private static readonly Utterance WakeWord = new("Alexa");

    /// <summary>Reads an utterance such as "Alexa, ask tea time to make tea".</summary>
    public static Call Read(string text, VoiceModel model)
    {
        var utterance = new Utterance(text);
        if (utterance.HasAt(0, WakeWord))
        {
            utterance = utterance.Slice(1, utterance.Count);
        }

        var name = new Utterance(model.InvocationName);
        var verbs = utterance.Count > 0 && Has(model.Language.Calls, utterance[0]) ? 1 : 0;
        if (NameAt(utterance, verbs, name) is > 0 and var words)
        {
            return new Call(NamesSkill: true, Readings(utterance.Slice(verbs + words, utterance.Count), model.Language));
        }

        for (var end = 1; end < utterance.Count - 1; end++)
        {
            if (Has(model.Language.Backlinks, utterance[end]) && NameAt(utterance, end + 1, name) == utterance.Count - end - 1)
            {
                return new Call(NamesSkill: true, [utterance.Slice(0, end)]);
            }
        }

        return new Call(NamesSkill: false, [utterance], Opened(utterance, model));
    }

    /// <summary>How many words at a place are a skill's name, which may be said as one word or as several; 0 where they are not.</summary>
    private static int NameAt(Utterance utterance, int start, Utterance name) => Enumerable.Range(1, name.Count)
        .Where(count => start + count <= utterance.Count && Joined(utterance, start, count) == Joined(name, 0, name.Count))
        .FirstOrDefault();

    private static string Joined(Utterance utterance, int start, int count) =>
        utterance.Key(start, count).Replace(" ", "", StringComparison.Ordinal);

    private static string? Opened(Utterance utterance, VoiceModel model) =>
        utterance.Count > 1 && Has(model.Language.Launches, utterance[0]) && model.Understand(utterance).Intent == IntentNames.Fallback
            ? utterance.Said(1, utterance.Count - 1)
            : null;

    /// <summary>"To make tea" may be a sample as it stands, or after its first word.</summary>
    private static IReadOnlyList<Utterance> Readings(Utterance wish, Language language) => wish.Count switch
    {
        0 => [],
        > 1 when Has(language.Connectors, wish[0]) => [wish, wish.Slice(1, wish.Count)],
        _ => [wish],
    };

    private static bool Has(IReadOnlyList<string> words, string key) => words.Any(word => Word.KeysOf(word) == key);
}
