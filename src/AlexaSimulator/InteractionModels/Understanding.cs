namespace AlexaSimulator.InteractionModels;

/// <summary>What Alexa takes an utterance for.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Slots">What was said for each slot, by the slot's name.</param>
/// <param name="UnknownWords">How many words no sample and no value has.</param>
public sealed record Understanding(string Intent, IReadOnlyDictionary<string, string> Slots, int UnknownWords);
