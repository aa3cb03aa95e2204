using System.Text.Json.Serialization;

namespace LocalEmulator.Web.Watch;

/// <summary>What a page that watches is told: everything it shows, and nothing that grows.</summary>
internal sealed record WatchState(
    Counts Counts, BufferState Buffer, FaultState Faults, LoadState? Load, IReadOnlyList<HitTrail> Hits, IReadOnlyList<WatchNote> Notes);

/// <summary>The books since the start. Under way is what waits in the stream, lies with the forwarder, or is in Firehose's buffer.</summary>
internal sealed record Counts(
    long Accepted, long InStream, long AtForwarder, long InBuffer, long Delivered, long Quarantined, long Failed, long Duplicates, long Lost, long Objects)
{
    public long UnderWay => InStream + AtForwarder + InBuffer;
}

/// <summary>Firehose's buffer, and when it is written at the latest.</summary>
internal sealed record BufferState(string? Key, long Lines, long Bytes, long MaxBytes, DateTimeOffset? Since, double MaxSeconds);

/// <summary>Which faults are switched on.</summary>
internal sealed record FaultState(FirehoseFault Firehose, bool Kill);

/// <summary>How far generated conversations are.</summary>
internal sealed record LoadState(long Conversations, long Held, bool IsRunning, string? Problem);

/// <summary>One line of the log; a gap in the numbers is what was not shown.</summary>
internal sealed record WatchNote(long Number, DateTimeOffset Time, NoteKind Kind, string Text);

/// <summary>A hit and how far it is.</summary>
internal sealed record HitTrail(string Id, string? Time, string? Locale, string? Outcome, string? Breed, string? Asked)
{
    public HitStage Stage { get; set; }

    /// <summary>How often its batch was sent to the forwarder.</summary>
    public int Attempts { get; set; }

    /// <summary>The object that it lies in, or will.</summary>
    public string? Key { get; set; }

    /// <summary>Its CSV line, once there is one.</summary>
    public string? Line { get; set; }
}

/// <summary>The stations of a hit's way.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HitStage>))]
internal enum HitStage
{
    Written,
    Sent,
    Buffered,
    Delivered,
    Quarantined,
    Failed,
    Lost,
}

/// <summary>How a note is meant.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NoteKind>))]
internal enum NoteKind
{
    Progress,
    Done,
    Trouble,
    Fault,
}

/// <summary>What Firehose does with every put.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FirehoseFault>))]
internal enum FirehoseFault
{
    None,
    Throttle,
    Error,
    Partial,
}
