namespace AlexaSkill.Requests;

/// <summary>Alexa's built-in intents.</summary>
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

    /// <summary>"Yes."</summary>
    public const string Yes = "AMAZON.YesIntent";

    /// <summary>"No."</summary>
    public const string No = "AMAZON.NoIntent";

    /// <summary>"Repeat that."</summary>
    public const string Repeat = "AMAZON.RepeatIntent";

    /// <summary>"Start over."</summary>
    public const string StartOver = "AMAZON.StartOverIntent";

    /// <summary>Nothing in the interaction model fits what was said.</summary>
    public const string Fallback = "AMAZON.FallbackIntent";
}
