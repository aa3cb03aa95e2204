using Analytics;

namespace Benchmarks.Capacity;

/// <summary>The Firehose stream: takes batches up to its quotas of a second, and delivers when its buffer is full or old.</summary>
internal sealed class Firehose(PipelineSettings settings)
{
    private const double Mebibyte = 1_024 * 1_024;

    private readonly HitQueue buffer = new();
    private int bufferedSince;

    public long Buffered => buffer.Hits;

    public Cohort? Oldest => buffer.Oldest;

    /// <summary>The hits a second that it takes in batches of so many, and the quota that says so.</summary>
    public (double Hits, Limit Limit) Room(double batchHits)
    {
        var bytes = batchHits * Measured.LineBytes;
        var records = Math.Ceiling(bytes / FirehoseLimits.MaxRecordBytes);
        var calls = Math.Ceiling(Math.Max(records / FirehoseLimits.MaxCallRecords, bytes / FirehoseLimits.MaxCallBytes));
        (double Hits, Limit Limit)[] rooms =
        [
            (settings.Mebibytes * Mebibyte / Measured.LineBytes, Limit.FirehoseBytes),
            (settings.FirehoseRequests / calls * batchHits, Limit.FirehoseRequests),
            (settings.FirehoseRecords / records * batchHits, Limit.FirehoseRecords),
        ];
        return rooms.MinBy(room => room.Hits);
    }

    public void Take(int second, IEnumerable<Cohort> hits)
    {
        bufferedSince = buffer.Hits == 0 ? second : bufferedSince;
        foreach (var cohort in hits)
        {
            buffer.Add(cohort);
        }
    }

    /// <summary>Writes an object where it is time to; gives its hits.</summary>
    public long Deliver(int second)
    {
        var isFull = buffer.Hits * Measured.LineBytes >= settings.BufferMebibytes * Mebibyte;
        return isFull || second - bufferedSince >= settings.BufferSeconds ? buffer.TakeBefore(int.MaxValue) : 0;
    }
}
