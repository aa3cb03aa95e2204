namespace AlexaSkill.Requests;

/// <summary>A value of a slot's type.</summary>
/// <param name="Name">Its canonical name.</param>
/// <param name="Id">Its id; a hash where the interaction model gives none.</param>
public sealed record ResolvedValue(string? Name, string? Id);
