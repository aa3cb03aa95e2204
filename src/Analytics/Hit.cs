namespace Analytics;

/// <summary>One Pet Match request as analytics see it: the source of an item, a CSV line and an Athena row.</summary>
/// <param name="RequestId">The Alexa request's id, the table's partition key.</param>
/// <param name="UserId">The Alexa user id, or its pseudonym.</param>
/// <param name="ApiExecutionTime">How long the breed look-up took, in whole milliseconds; null where none was made.</param>
/// <param name="Animal">The skill's slot <c>pet</c>; null where it was not said.</param>
/// <param name="Size">The slot <c>size</c>; null where it was not said.</param>
/// <param name="Temperament">The slot <c>temperament</c>; null where it was not said.</param>
/// <param name="Energy">The slot <c>energy</c>; null where it was not said.</param>
/// <param name="EventTime">When the skill received the request.</param>
/// <param name="SessionId">The Alexa session's id.</param>
/// <param name="NewSession">Whether the request opened its session.</param>
/// <param name="Locale">The request's locale, such as en-US.</param>
/// <param name="DialogState">STARTED, IN_PROGRESS or COMPLETED.</param>
/// <param name="Outcome">What became of the request.</param>
/// <param name="Breed">The breed recommended.</param>
/// <param name="ElicitedSlot">The slot that is asked for next, on an elicit hit.</param>
/// <param name="Unmatched">What was said and not known, as <c>slot=text</c> joined by <c>; </c>.</param>
/// <param name="Screen">Whether the device has a screen.</param>
/// <param name="SkillVersion">The deployed version of the skill.</param>
public sealed record Hit(
    string RequestId,
    string? UserId,
    long? ApiExecutionTime,
    SlotHit? Animal,
    SlotHit? Size,
    SlotHit? Temperament,
    SlotHit? Energy,
    DateTimeOffset EventTime,
    string? SessionId,
    bool? NewSession,
    string? Locale,
    string? DialogState,
    Outcome Outcome,
    string? Breed,
    string? ElicitedSlot,
    string? Unmatched,
    bool? Screen,
    string? SkillVersion);
