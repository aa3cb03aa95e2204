using System.Globalization;

namespace LocalAws.Firehose;

/// <summary>A Firehose delivery stream to S3, which compresses with gzip.</summary>
/// <param name="Name">The stream's name.</param>
/// <param name="Bucket">The bucket.</param>
public sealed record FirehoseDelivery(string Name, string Bucket)
{
    /// <summary>What the objects' keys begin with, before the hour in UTC.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What the objects' keys end with.</summary>
    public string FileExtension { get; init; } = ".gz";

    /// <summary>The bytes of records after which an object is written.</summary>
    public long BufferBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>The time after which an object is written.</summary>
    public TimeSpan BufferTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The key of an object, as Firehose makes it.</summary>
    /// <param name="firstRecord">When the object's first record arrived.</param>
    /// <param name="id">What tells the object from others of the same second.</param>
    /// <returns>The prefix, the hour in UTC, the stream's name and version, the time, the id and the extension.</returns>
    public string KeyOf(DateTimeOffset firstRecord, string id) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Prefix}{firstRecord.UtcDateTime:yyyy'/'MM'/'dd'/'HH}/{Name}-1-{firstRecord.UtcDateTime:yyyy-MM-dd-HH-mm-ss}-{id}{FileExtension}");
}
