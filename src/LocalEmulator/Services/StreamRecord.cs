using System.Globalization;
using System.Text.Json;

namespace LocalEmulator.Services;

/// <summary>A record as the mapping reads it from the stream.</summary>
/// <param name="Json">The whole record.</param>
/// <param name="End">The stream's byte offset after the record.</param>
/// <param name="EventName">INSERT, MODIFY or REMOVE.</param>
/// <param name="SequenceNumber">The record's number, as text.</param>
/// <param name="Number">The record's place in the stream, counted from 1.</param>
/// <param name="Time">When the item changed, to the second.</param>
internal sealed record StreamRecord(
    ReadOnlyMemory<byte> Json, long End, string EventName, string SequenceNumber, long Number, DateTimeOffset Time)
{
    // Sequence numbers of DynamoDB are long, and their length grows: here after the first hundred.
    private const long FirstPrefix = 900;
    private const string Suffix = "00000000001234567890";

    /// <summary>The sequence number of a record.</summary>
    /// <param name="number">The record's place in the stream, counted from 1.</param>
    /// <returns>A number that is greater than those of the records before, as text.</returns>
    public static string SequenceNumberOf(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstPrefix + number - 1}{Suffix}");

    /// <summary>Reads a line of the stream's file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="end">The offset after the line.</param>
    /// <returns>The record.</returns>
    public static StreamRecord Parse(ReadOnlyMemory<byte> line, long end)
    {
        using var document = JsonDocument.Parse(line);
        var change = document.RootElement.GetProperty("dynamodb"u8);
        var sequenceNumber = change.GetProperty("SequenceNumber"u8).GetString()!;
        return new StreamRecord(
            line,
            end,
            document.RootElement.GetProperty("eventName"u8).GetString()!,
            sequenceNumber,
            long.Parse(sequenceNumber.AsSpan(0, sequenceNumber.Length - Suffix.Length), CultureInfo.InvariantCulture) - FirstPrefix + 1,
            DateTimeOffset.FromUnixTimeSeconds(change.GetProperty("ApproximateCreationDateTime"u8).GetInt64()));
    }
}
