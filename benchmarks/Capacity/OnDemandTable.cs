namespace Benchmarks.Capacity;

/// <summary>
/// Takes what it is warm for, or twice its previous peak. A peak is a minute's mean, and counts half an hour later: DynamoDB often splits
/// partitions sooner, but promises it for then.
/// </summary>
internal sealed class OnDemandTable(PipelineSettings settings, double previousPeak) : IHitsTable
{
    private const int Minute = 60;

    private readonly Queue<double> minutes = new();
    private double peak = previousPeak;
    private long written;
    private int second;

    public double Room => Math.Min(settings.TableWrites, Math.Max(settings.WarmWrites, Quotas.PeakFactor.Value * peak));

    public int Shards => (int)Math.Ceiling(Room / Quotas.PartitionWrites.Value);

    public Limit Limit => Room >= settings.TableWrites ? Limit.TableQuota : Limit.OnDemandWrites;

    public long Write(long writes)
    {
        var taken = Math.Min(writes, (long)Room);
        written += taken;
        if (++second % Minute == 0)
        {
            EndMinute();
        }

        return taken;
    }

    private void EndMinute()
    {
        minutes.Enqueue((double)written / Minute);
        written = 0;
        if (minutes.Count > settings.PeakMinutes)
        {
            peak = Math.Max(peak, minutes.Dequeue());
        }
    }
}
