namespace AlexaSkill.Requests;

/// <summary>An Alexa account, as one skill sees it.</summary>
/// <param name="UserId">Its id; another one after the user enabled the skill anew.</param>
/// <param name="AccessToken">The token of the account that the user has linked, a secret; null where none is linked.</param>
public sealed record User(string? UserId, string? AccessToken = null);
