using System.Globalization;
using System.Text.Json.Serialization;

namespace Analytics;

/// <summary>One entry of the delivery log: what became of one batch of the stream.</summary>
/// <param name="Id">The invocation's request id.</param>
/// <param name="DeliveredAt">When the batch ended, in the form of <see cref="Time"/>.</param>
/// <param name="Status">delivered, partial where the stream repeats the rest, or quarantined where records were set aside.</param>
/// <param name="Records">How many stream records Firehose took.</param>
/// <param name="Bytes">How many bytes of lines these are.</param>
/// <param name="FirstSequenceNumber">The first one taken; null where none was.</param>
/// <param name="LastSequenceNumber">The last one taken; null where none was.</param>
public sealed record DeliveryLogEntry(
    string Id, string DeliveredAt, string Status, int Records, long Bytes, string? FirstSequenceNumber, string? LastSequenceNumber)
{
    /// <summary>How long an entry is kept: longer than anybody looks back, and no longer than logs by default.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>When DynamoDB may delete the entry, in epoch seconds.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>The status of a batch that was taken whole.</summary>
    public const string Delivered = "delivered";

    /// <summary>The status of a batch whose rest the stream repeats.</summary>
    public const string Partial = "partial";

    /// <summary>The status of a batch whose lines were taken and whose other records are in quarantine.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>Every status there is.</summary>
    public static IReadOnlyList<string> Statuses { get; } = [Delivered, Partial, Quarantined];

    /// <summary>The partition key's name.</summary>
    public const string KeyAttribute = "id";

    /// <summary>The index that finds entries by status, ordered by time.</summary>
    public const string StatusIndex = "status-delivered_at";

    /// <summary>The name of the attribute that holds the status.</summary>
    public const string StatusAttribute = "status";

    /// <summary>The name of the attribute that holds the time.</summary>
    public const string TimeAttribute = "delivered_at";

    /// <summary>A time as the log holds it; the texts are ordered as the times are.</summary>
    /// <param name="time">The time.</param>
    /// <returns>UTC, as <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</returns>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}

/// <summary>The JSON form of what Analytics defines: names in snake_case, as the columns have them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryLogEntry))]
public sealed partial class AnalyticsJson : JsonSerializerContext;
