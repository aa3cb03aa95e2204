using System.IO.Compression;
using Analytics;
using LocalEmulator.Services;
using StreamToFirehoseFunction;

namespace Benchmarks.Queries;

/// <summary>Files as Firehose delivers them, of random hits of today.</summary>
internal static class DeliveredFiles
{
    private const int HitsAFile = 5_000;

    /// <summary>Writes them into a bucket's folder.</summary>
    public static async Task WriteAsync(string bucket, int hits, DateTimeOffset now)
    {
        for (var first = 0; first < hits; first += HitsAFile)
        {
            var path = Path.Combine(bucket, Deployed.Delivery(SkillDefinition.PetMatch).KeyOf(now, $"{first}"));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var lines = LineTransform.Of(SampleEvents.Create(first, Math.Min(HitsAFile, hits - first), now), LineLayout.PetMatch);
            await using var file = new GZipStream(File.Create(path), CompressionLevel.Optimal);
            foreach (var record in lines.FirehoseRecords)
            {
                await file.WriteAsync(record);
            }
        }
    }
}
