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

    /// <summary>A task that the skill has started is over, and its session goes on.</summary>
    public const string SessionResumed = "SessionResumedRequest";

    /// <summary>Alexa asks whether the skill could serve somebody who did not name it; nothing may be done or spoken.</summary>
    public const string CanFulfillIntent = "CanFulfillIntentRequest";

    /// <summary>The user did something to an APL document.</summary>
    public const string AplUserEvent = "Alexa.Presentation.APL.UserEvent";

    /// <summary>The device could not show an APL document, or a part of it; nothing may be spoken.</summary>
    public const string AplRuntimeError = "Alexa.Presentation.APL.RuntimeError";

    /// <summary>What the skill asked of Alexa by Connections.SendRequest is done.</summary>
    public const string ConnectionsResponse = "Connections.Response";

    /// <summary>What the types of all skill events begin with; nothing may be spoken.</summary>
    public const string SkillEventPrefix = "AlexaSkillEvent.";

    /// <summary>The user enabled the skill; nothing may be spoken.</summary>
    public const string SkillEnabled = "AlexaSkillEvent.SkillEnabled";

    /// <summary>The user disabled the skill; nothing may be spoken.</summary>
    public const string SkillDisabled = "AlexaSkillEvent.SkillDisabled";

    /// <summary>The user gave permissions; nothing may be spoken.</summary>
    public const string SkillPermissionAccepted = "AlexaSkillEvent.SkillPermissionAccepted";

    /// <summary>The user gave or took permissions; nothing may be spoken.</summary>
    public const string SkillPermissionChanged = "AlexaSkillEvent.SkillPermissionChanged";

    /// <summary>The user linked an account; nothing may be spoken.</summary>
    public const string SkillAccountLinked = "AlexaSkillEvent.SkillAccountLinked";

    /// <summary>Alexa could not use a response; nothing may be spoken.</summary>
    public const string ExceptionEncountered = "System.ExceptionEncountered";
}
