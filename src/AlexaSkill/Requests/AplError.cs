namespace AlexaSkill.Requests;

/// <summary>Something in an APL document that the device could not show.</summary>
/// <param name="Type">The kind of error, such as LIST_ERROR.</param>
/// <param name="Reason">What led to it, such as INVALID_LIST_ITEM.</param>
/// <param name="Message">An explanation; it may quote the document.</param>
public sealed record AplError(string? Type, string? Reason, string? Message);
