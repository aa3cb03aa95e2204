namespace AlexaSkill.Responses;

/// <summary>A skill's answer.</summary>
/// <param name="OutputSpeech">What Alexa says.</param>
/// <param name="Card">What the Alexa app shows.</param>
/// <param name="Reprompt">What Alexa says if the user stays silent.</param>
/// <param name="Directives">What Alexa shall do.</param>
/// <param name="ShouldEndSession">true ends the session, false listens, null leaves it to Alexa.</param>
/// <param name="CanFulfillIntent">The answer to a CanFulfillIntentRequest, which takes nothing else.</param>
public sealed record Response(
    OutputSpeech? OutputSpeech = null,
    Card? Card = null,
    Reprompt? Reprompt = null,
    IReadOnlyList<Directive>? Directives = null,
    bool? ShouldEndSession = null,
    CanFulfillIntent? CanFulfillIntent = null);
