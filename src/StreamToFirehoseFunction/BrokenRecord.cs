using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction;

/// <summary>What can be told of a record that is no JSON: where it ends, and perhaps its sequence number.</summary>
internal static class BrokenRecord
{
    /// <summary>The length of the record that begins the text; null where its end can't be told.</summary>
    public static int? Length(ReadOnlySpan<byte> streamEvent) =>
        BrokenObject.Length(streamEvent) is { } length && IsOne(streamEvent[..length]) ? length : null;

    /// <summary>Where a record's sequence number stands in it; empty where there is none.</summary>
    public static Range FindSequenceNumber(ReadOnlySpan<byte> record)
    {
        // No text of an attribute looks like this: its quotes are escaped.
        var name = "\"SequenceNumber\":\""u8;
        var start = record.IndexOf(name) + name.Length;
        var length = start < name.Length ? -1 : record[start..].IndexOf((byte)'"');
        return length > 0 && SequenceNumber.IsValid(record.Slice(start, length)) ? start..(start + length) : default;
    }

    /// <summary>Whether no second record hides in the text: with a brace too many or a quote too few, several would look like one.</summary>
    private static bool IsOne(ReadOnlySpan<byte> record) => record.Count("\"dynamodb\""u8) <= 1 && record.Count("\"SequenceNumber\""u8) <= 1;
}
