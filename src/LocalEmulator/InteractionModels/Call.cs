namespace LocalEmulator.InteractionModels;

/// <summary>What is left of an utterance once Alexa knows whether it calls the skill by its name.</summary>
/// <param name="NamesSkill">Whether it does: such an utterance begins a session.</param>
/// <param name="Wishes">What is asked of the skill, in the ways that it may be read; none where it is only opened.</param>
internal sealed record Call(bool NamesSkill, IReadOnlyList<Utterance> Wishes)
{
    private static readonly Utterance WakeWord = new("Alexa");

    /// <summary>Reads an utterance such as "Alexa, ask pet match to find a pet".</summary>
    /// <param name="text">What is said.</param>
    /// <param name="model">The skill's model.</param>
    /// <returns>The call.</returns>
    public static Call Read(string text, VoiceModel model)
    {
        var utterance = new Utterance(text);
        if (utterance.HasAt(0, WakeWord))
        {
            utterance = utterance.Slice(1, utterance.Count);
        }

        var name = new Utterance(model.InvocationName);
        var verbs = utterance.Count > 0 && Has(model.Language.Calls, utterance[0]) ? 1 : 0;
        if (utterance.HasAt(verbs, name))
        {
            return new Call(NamesSkill: true, Readings(utterance.Slice(verbs + name.Count, utterance.Count), model.Language));
        }

        var end = utterance.Count - name.Count - 1;
        return end > 0 && utterance.HasAt(end + 1, name) && Has(model.Language.Backlinks, utterance[end])
            ? new Call(NamesSkill: true, [utterance.Slice(0, end)])
            : new Call(NamesSkill: false, [utterance]);
    }

    /// <summary>"To find a pet" may be a sample as it stands, or after its first word.</summary>
    private static IReadOnlyList<Utterance> Readings(Utterance wish, Language language) => wish.Count switch
    {
        0 => [],
        > 1 when Has(language.Connectors, wish[0]) => [wish, wish.Slice(1, wish.Count)],
        _ => [wish],
    };

    private static bool Has(IReadOnlyList<string> words, string key) => words.Any(word => Word.KeysOf(word) == key);
}
