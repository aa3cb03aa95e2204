namespace LocalEmulator.InteractionModels;

/// <summary>What Alexa takes an utterance for.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Slots">What was said in its slots.</param>
/// <param name="UnknownWords">How many words are in slots whose type does not know them; the fewer, the surer.</param>
internal sealed record Understanding(string Intent, IReadOnlyDictionary<string, string> Slots, int UnknownWords);
