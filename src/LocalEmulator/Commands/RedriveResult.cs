namespace LocalEmulator.Commands;

/// <summary>What became of a record.</summary>
internal sealed record RedriveResult(RedriveRecord Record, RedriveOutcome Outcome, string? Reason = null)
{
    /// <summary>Whether the record needs no redrive any more.</summary>
    public bool IsDone => Outcome is RedriveOutcome.Sent or RedriveOutcome.Earlier or RedriveOutcome.Ignored;
}

/// <summary>What may become of a record.</summary>
internal enum RedriveOutcome
{
    /// <summary>Firehose has it; in a dry run, it would have.</summary>
    Sent,

    /// <summary>Its line lies in a delivered file already, or was sent with an object before.</summary>
    Earlier,

    /// <summary>It is no insert, which never becomes a line.</summary>
    Ignored,

    /// <summary>The forwarder can make no line of it.</summary>
    Unfit,

    /// <summary>It is not known to be delivered.</summary>
    Unsent,
}
