using Benchmarks.Results;
using StreamToFirehoseFunction;

namespace Benchmarks.Forwarder;

/// <summary>What Firehose bills for the records of a batch.</summary>
internal static class FirehoseBilling
{
    private const int Step = 5 * 1_024; // Firehose bills a record in steps of 5 KB

    public static Comparison Compare(int hits)
    {
        using var lines = LineTransform.Of(SampleEvents.Create(hits), LineLayout.PetMatch);
        var records = lines.FirehoseRecords.ToList();
        var lengths = records.SelectMany(record => LineLengths(record.Span));
        return new Comparison(
            FormattableString.Invariant($"what Firehose bills for a hit, in batches of {hits:#,0}"),
            "bytes",
            [
                Of("the forwarder", records.Sum(record => Billed(record.Length))),
                Of("a line a record, as published", lengths.Sum(Billed)),
                Of("the bytes of the line itself", records.Sum(record => record.Length)),
            ]);

        Series Of(string candidate, long bytes) => new(candidate, [(double)bytes / hits]);
    }

    public static long Billed(int bytes) => ((long)bytes + Step - 1) / Step * Step;

    private static List<int> LineLengths(ReadOnlySpan<byte> lines)
    {
        var lengths = new List<int>();
        for (int length; !lines.IsEmpty; lines = lines[length..])
        {
            lengths.Add(length = lines.IndexOf((byte)'\n') + 1);
        }

        return lengths;
    }
}
