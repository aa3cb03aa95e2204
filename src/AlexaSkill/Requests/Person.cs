namespace AlexaSkill.Requests;

/// <summary>A speaker whose voice Alexa recognised.</summary>
/// <param name="PersonId">The person's id.</param>
public sealed record Person(string? PersonId);
