namespace AlexaSkill.Requests;

/// <summary>A permission that the user has given.</summary>
/// <param name="Scope">Its scope, such as <c>alexa::profile:email:read</c>.</param>
public sealed record PermissionScope(string? Scope);
