namespace Analytics;

/// <summary>One Pet Match request as analytics see it: the source of an item, a CSV line and an Athena row. What is null has no value.</summary>
public sealed record Hit
{
    /// <summary>The Alexa request's id, the table's partition key.</summary>
    public required string RequestId { get; init; }

    /// <summary>The Alexa user id, or its pseudonym.</summary>
    public string? UserId { get; init; }

    /// <summary>How long the breed look-up took, in whole milliseconds; null where none was made.</summary>
    public long? ApiExecutionTime { get; init; }

    /// <summary>The skill's slot <c>pet</c>.</summary>
    public SlotHit? Animal { get; init; }

    /// <summary>The slot <c>size</c>.</summary>
    public SlotHit? Size { get; init; }

    /// <summary>The slot <c>temperament</c>.</summary>
    public SlotHit? Temperament { get; init; }

    /// <summary>The slot <c>energy</c>.</summary>
    public SlotHit? Energy { get; init; }

    /// <summary>When the skill received the request.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>The Alexa session's id.</summary>
    public string? SessionId { get; init; }

    /// <summary>Whether the request opened its session.</summary>
    public bool? NewSession { get; init; }

    /// <summary>The request's locale, such as en-US.</summary>
    public string? Locale { get; init; }

    /// <summary>STARTED, IN_PROGRESS or COMPLETED.</summary>
    public string? DialogState { get; init; }

    /// <summary>What became of the request.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The breed recommended.</summary>
    public string? Breed { get; init; }

    /// <summary>The slot that is asked for next, on an elicit hit.</summary>
    public string? ElicitedSlot { get; init; }

    /// <summary>What was said and not known, as <c>slot=text</c> joined by <c>; </c>.</summary>
    public string? Unmatched { get; init; }

    /// <summary>Whether the device has a screen.</summary>
    public bool? Screen { get; init; }

    /// <summary>The deployed version of the skill.</summary>
    public string? SkillVersion { get; init; }
}
