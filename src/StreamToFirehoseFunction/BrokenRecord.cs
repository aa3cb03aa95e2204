namespace StreamToFirehoseFunction;

/// <summary>What can be told of a record that is no JSON: where it ends, and perhaps its sequence number.</summary>
internal static class BrokenRecord
{
    /// <summary>Finds the end of a record: the brace that closes it, with the next record or the end of all records behind.</summary>
    /// <param name="streamEvent">The event from the record on.</param>
    /// <returns>The record's length in bytes; null where its end can't be told.</returns>
    public static int? FindEnd(ReadOnlySpan<byte> streamEvent)
    {
        var depth = 0;
        for (var i = 0; i < streamEvent.Length; i++)
        {
            switch (streamEvent[i])
            {
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}':
                    depth--;
                    break;
                case (byte)'"':
                    i = FindQuote(streamEvent, i + 1);
                    break;
                default:
                    break;
            }

            if (depth == 0)
            {
                return i > 0 && IsOne(streamEvent[..i]) && EndsRecord(streamEvent[(i + 1)..]) ? i + 1 : null;
            }
        }

        return null;
    }

    /// <summary>Finds the sequence number of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Where it stands in the record; empty where there is none.</returns>
    public static Range FindSequenceNumber(ReadOnlySpan<byte> record)
    {
        // No text of an attribute looks like this: its quotes are escaped.
        var name = "\"SequenceNumber\":\""u8;
        var start = record.IndexOf(name) + name.Length;
        var length = start < name.Length ? -1 : record[start..].IndexOf((byte)'"');
        return length > 0 && SequenceNumber.IsValid(record.Slice(start, length)) ? start..(start + length) : default;
    }

    private static int FindQuote(ReadOnlySpan<byte> text, int start)
    {
        var i = start;
        while (i < text.Length && text[i] != '"')
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }

    /// <summary>Whether no second record hides in the text: a brace too many or a quote too few would make one of several.</summary>
    private static bool IsOne(ReadOnlySpan<byte> record) => record.Count("\"dynamodb\""u8) <= 1 && record.Count("\"SequenceNumber\""u8) <= 1;

    private static bool EndsRecord(ReadOnlySpan<byte> rest) => rest.TrimStart(" \n\r\t"u8) is [(byte)',' or (byte)']', ..];
}
