namespace AlexaSkill.Responses;

/// <summary>What Alexa says if the user stays silent.</summary>
/// <param name="OutputSpeech">What to say.</param>
public sealed record Reprompt(OutputSpeech OutputSpeech);
