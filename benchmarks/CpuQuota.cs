using System.Globalization;

namespace Benchmarks;

/// <summary>A control group that has as much of a processor as Lambda gives to an amount of memory.</summary>
internal sealed class CpuQuota : IDisposable
{
    private const double MegabytesOfOneCore = 1_769; // Lambda: at 1,769 MB a function has one processor
    private const int PeriodMicroseconds = 20_000;
    private const string Root = "/sys/fs/cgroup";

    private readonly string folder;

    public CpuQuota(int megabytes)
    {
        var isFirstVersion = Directory.Exists($"{Root}/cpu");
        folder = $"{(isFirstVersion ? $"{Root}/cpu" : Root)}/petmatch-{Environment.ProcessId}-{megabytes}";
        var quota = (int)(PeriodMicroseconds * megabytes / MegabytesOfOneCore);
        try
        {
            Directory.CreateDirectory(folder);
            if (isFirstVersion)
            {
                Write("cpu.cfs_period_us", PeriodMicroseconds);
                Write("cpu.cfs_quota_us", quota);
            }
            else
            {
                File.WriteAllText($"{folder}/cpu.max", string.Create(CultureInfo.InvariantCulture, $"{quota} {PeriodMicroseconds}"));
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"--memory needs the right to make control groups in {Root}: {refused.Message}", refused);
        }
    }

    /// <summary>Throttles a process from now on.</summary>
    public void Add(int processId) => Write("cgroup.procs", processId);

    /// <summary>Removes the group; its processes have ended.</summary>
    public void Dispose() => Directory.Delete(folder);

    private void Write(string file, int value) => File.WriteAllText($"{folder}/{file}", value.ToString(CultureInfo.InvariantCulture));
}
