namespace AlexaSkill.Requests;

/// <summary>What a skill event tells.</summary>
/// <param name="UserInformationPersistenceStatus">PERSISTED or NOT_PERSISTED, when the skill was disabled: whether Alexa keeps the user's id.</param>
/// <param name="AcceptedPermissions">What the user allows, when permissions were accepted or changed.</param>
public sealed record SkillEventBody(
    string? UserInformationPersistenceStatus,
    IReadOnlyList<PermissionScope>? AcceptedPermissions = null)
{
    /// <summary>Alexa forgets the user: what the skill has stored for the id can be reached by nobody, and has to go.</summary>
    public const string NotPersisted = "NOT_PERSISTED";
}
