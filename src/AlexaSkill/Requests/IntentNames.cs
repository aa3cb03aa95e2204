namespace AlexaSkill.Requests;

/// <summary>Alexa's built-in intents that every skill meets.</summary>
public static class IntentNames
{
    /// <summary>"Help."</summary>
    public const string Help = "AMAZON.HelpIntent";

    /// <summary>"Cancel."</summary>
    public const string Cancel = "AMAZON.CancelIntent";

    /// <summary>"Stop."</summary>
    public const string Stop = "AMAZON.StopIntent";

    /// <summary>"Go home."</summary>
    public const string NavigateHome = "AMAZON.NavigateHomeIntent";

    /// <summary>Nothing in the interaction model fits what was said.</summary>
    public const string Fallback = "AMAZON.FallbackIntent";
}
