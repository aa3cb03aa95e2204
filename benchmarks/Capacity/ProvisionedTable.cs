namespace Benchmarks.Capacity;

/// <summary>
/// Takes its provisioned writes, and what it kept of those of the last minutes. Its scaling follows minutes later, and never down here: the
/// patterns have one peak.
/// </summary>
internal sealed class ProvisionedTable : IHitsTable
{
    private const int Minute = 60;

    private readonly int most;
    private double kept;
    private long written;
    private int second;
    private int minutesAbove;

    public ProvisionedTable(PipelineSettings settings, int least, int most, double rateBefore)
    {
        this.most = Math.Min(most, settings.TableWrites);
        Capacity = Math.Clamp(Math.Ceiling(rateBefore / Measured.TargetUse), least, Math.Max(least, this.most));
        kept = Math.Max(0, Capacity - rateBefore) * Quotas.BurstSeconds.Value;
    }

    public double Capacity { get; private set; }

    public int Shards => (int)Math.Ceiling(Capacity / Quotas.PartitionWrites.Value);

    public double Room => Math.Min(Capacity + kept, Shards * Quotas.PartitionWrites.Value);

    public Limit Limit => Limit.ProvisionedWrites;

    public long Write(long writes)
    {
        var taken = Math.Min(writes, (long)Room);
        kept = Math.Clamp(kept + Capacity - taken, 0, Capacity * Quotas.BurstSeconds.Value);
        written += taken;
        if (++second % Minute == 0)
        {
            EndMinute((double)written / Minute);
            written = 0;
        }

        return taken;
    }

    private void EndMinute(double mean)
    {
        minutesAbove = mean > Capacity * Measured.TargetUse ? minutesAbove + 1 : 0;
        if (minutesAbove >= Quotas.ScalingMinutes.Value)
        {
            Capacity = Math.Max(Capacity, Math.Min(most, Math.Ceiling(mean / Measured.TargetUse)));
            minutesAbove = 0;
        }
    }
}
