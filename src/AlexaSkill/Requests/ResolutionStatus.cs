namespace AlexaSkill.Requests;

/// <summary>Whether an authority found something.</summary>
/// <param name="Code">ER_SUCCESS_MATCH, ER_SUCCESS_NO_MATCH, ER_ERROR_TIMEOUT, ER_ERROR_EXCEPTION, or any other.</param>
public sealed record ResolutionStatus(string? Code);
