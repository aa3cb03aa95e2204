namespace AlexaSkill.Requests;

/// <summary>The part of an APL document that the user did something to.</summary>
/// <param name="Type">The component's type, such as TouchWrapper.</param>
/// <param name="Handler">What happened, such as Press.</param>
/// <param name="Id">The component's id.</param>
public sealed record UserEventSource(string? Type, string? Handler, string? Id);
