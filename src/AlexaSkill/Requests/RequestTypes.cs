namespace AlexaSkill.Requests;

/// <summary>The request types that a skill tells apart; Alexa sends others too.</summary>
public static class RequestTypes
{
    /// <summary>The user opened the skill without saying what for.</summary>
    public const string Launch = "LaunchRequest";

    /// <summary>The user wants something: see the intent's name.</summary>
    public const string Intent = "IntentRequest";

    /// <summary>The session is over; nothing may be spoken.</summary>
    public const string SessionEnded = "SessionEndedRequest";

    /// <summary>Alexa asks whether the skill could serve somebody who did not name it; nothing may be done or spoken.</summary>
    public const string CanFulfillIntent = "CanFulfillIntentRequest";

    /// <summary>The user disabled the skill; nothing may be spoken.</summary>
    public const string SkillDisabled = "AlexaSkillEvent.SkillDisabled";

    /// <summary>Alexa could not use a response; nothing may be spoken.</summary>
    public const string ExceptionEncountered = "System.ExceptionEncountered";
}
