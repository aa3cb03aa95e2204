using System.Globalization;

namespace LocalAws.DynamoDb;

/// <summary>A record of a table's stream: its whole JSON, its position counted from 1, and what the mapping asks of it.</summary>
internal sealed record StreamRecord(ReadOnlyMemory<byte> Json, long Position, string EventName, string SequenceNumber, DateTimeOffset Time)
{
    // Sequence numbers of DynamoDB are long, and their length grows: here after the first hundred.
    private const long FirstPrefix = 900;
    private const string Suffix = "00000000001234567890";

    /// <summary>The sequence number of a record: it is greater than those of smaller numbers.</summary>
    public static string SequenceNumberOf(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstPrefix + number - 1}{Suffix}");
}
