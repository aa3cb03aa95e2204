namespace AlexaSkill.Requests;

/// <summary>A skill.</summary>
/// <param name="ApplicationId">Its id, such as amzn1.ask.skill.….</param>
public sealed record Application(string? ApplicationId);
