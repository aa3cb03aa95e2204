namespace AlexaSkill.Requests;

/// <summary>An Alexa account, as one skill sees it.</summary>
/// <param name="UserId">Its id; another one after the user enabled the skill anew.</param>
public sealed record User(string? UserId);
