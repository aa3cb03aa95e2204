namespace AlexaSkill.Dispatch;

/// <summary>No handler answers requests of this kind.</summary>
public sealed class UnhandledRequestException()
    : AlexaSkillException($"No handler takes this request. End the list of handlers with one that does, such as {nameof(Match)}.{nameof(Match.Any)}.");
