using System.Runtime.InteropServices;
using Testing;

namespace Benchmarks.Results;

/// <summary>What figures were taken with.</summary>
internal sealed record Machine(DateTimeOffset Date, string Processor, int Cores, string System, string DotNet, string Node)
{
    private const string Processors = "/proc/cpuinfo";

    public static async Task<Machine> DescribeAsync(TimeProvider time) => new(
        time.GetUtcNow(),
        ModelName() ?? $"{RuntimeInformation.ProcessArchitecture}",
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        $"{Environment.Version}",
        (await ProgramRun.OutputAsync("node", ["--version"])).Trim().TrimStart('v'));

    private static string? ModelName() => File.Exists(Processors)
        ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
