namespace AlexaSkill.Requests;

/// <summary>What a skill event tells.</summary>
/// <param name="UserInformationPersistenceStatus">PERSISTED or NOT_PERSISTED, when the skill was disabled: whether Alexa keeps the user's id.</param>
public sealed record SkillEventBody(string? UserInformationPersistenceStatus)
{
    /// <summary>Alexa forgets the user: what the skill has stored for the id can be reached by nobody, and has to go.</summary>
    public const string NotPersisted = "NOT_PERSISTED";
}
