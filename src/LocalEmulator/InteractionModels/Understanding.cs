namespace LocalEmulator.InteractionModels;

/// <summary>What Alexa takes an utterance for.</summary>
internal sealed record Understanding(string Intent, IReadOnlyDictionary<string, string> Slots, int UnknownWords);
