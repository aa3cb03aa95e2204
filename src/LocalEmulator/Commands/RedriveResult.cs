namespace LocalEmulator.Commands;

/// <summary>What became of a record.</summary>
internal sealed record RedriveResult(RedriveRecord Record, RedriveOutcome Outcome, string? Reason = null);

/// <summary>What may become of a record.</summary>
internal enum RedriveOutcome
{
    /// <summary>Firehose has it.</summary>
    Sent,

    /// <summary>It would be sent, were this no dry run.</summary>
    Open,

    /// <summary>Its line lies in a delivered file already, or was sent with an object before.</summary>
    Earlier,

    /// <summary>It is no insert, which never becomes a line.</summary>
    Ignored,

    /// <summary>The forwarder can make no line of it.</summary>
    Unfit,

    /// <summary>It is not known to be delivered.</summary>
    Unsent,
}
