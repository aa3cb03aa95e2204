using System.Diagnostics;
using System.Globalization;
using Benchmarks.Results;
using LocalAws.Lambda;

namespace Benchmarks;

/// <summary>What an answer costs once a process is warm, and the most memory that it had until its first one.</summary>
internal sealed record WarmAnswer(double PeakMebibytes, double Milliseconds, double ProcessorMilliseconds);

/// <summary>Milliseconds until a process asks for work, then of its first answer, and of a warm one.</summary>
internal sealed record ThrottledAnswer(double Start, double First, double Warm);

/// <summary>Starts a function, and invokes it over the Lambda Runtime API.</summary>
/// <param name="function">Its name.</param>
/// <param name="payload">Makes the event of an invocation.</param>
/// <param name="variables">The function's environment.</param>
/// <param name="work">Where files may be written.</param>
internal sealed class FunctionRun(string function, Func<byte[]> payload, IReadOnlyDictionary<string, string> variables, string work)
{
    private const double Mebibyte = 1_024 * 1_024;

    private string ProcessIdFile => Path.Combine(work, "pid");

    private string LogFile => Path.Combine(work, $"{function}.log");

    /// <summary>Milliseconds from the start of a process to its first answer.</summary>
    public async Task<double> StartAsync(Candidate candidate)
    {
        var streamEvent = payload();
        var started = Stopwatch.GetTimestamp();
        await using var host = await LambdaHost.StartAsync(Lambda(candidate.Program, candidate.Arguments), CancellationToken.None);
        await InvokeAsync(host, streamEvent);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The most mebibytes that a process had in memory at any time while it answered.</summary>
    public async Task<double> PeakMemoryAsync(Candidate candidate, int invocations)
    {
        await using var host = await LambdaHost.StartAsync(Shell(candidate), CancellationToken.None);
        await InvokeAsync(host, invocations);
        return await PeakMebibytesAsync();
    }

    public async Task<WarmAnswer> WarmAsync(Candidate candidate, int warmup, int invocations)
    {
        await using var host = await LambdaHost.StartAsync(Shell(candidate), CancellationToken.None);
        await InvokeAsync(host, 1);
        var peak = await PeakMebibytesAsync();
        await InvokeAsync(host, warmup);
        var before = await ProcessorTimeAsync();
        var times = await InvokeAsync(host, invocations);
        var spent = await ProcessorTimeAsync() - before;
        return new WarmAnswer(peak, Spread.Of(times).Median, spent.TotalMilliseconds / invocations);
    }

    /// <summary>As Lambda does, the quota throttles the answers and not the start.</summary>
    public async Task<ThrottledAnswer> ThrottledAsync(Candidate candidate, CpuQuota quota, int invocations)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = await LambdaHost.StartAsync(Shell(candidate), CancellationToken.None);
        var start = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        quota.Add(await ProcessIdAsync());
        var answers = await InvokeAsync(host, 1 + invocations);
        return new ThrottledAnswer(start, answers[0], Spread.Of(answers[1..]).Median);
    }

    /// <summary>Gives the milliseconds of each.</summary>
    private async Task<List<double>> InvokeAsync(LambdaHost host, int invocations)
    {
        var times = new List<double>();
        for (var invocation = 0; invocation < invocations; invocation++)
        {
            var streamEvent = payload();
            var asked = Stopwatch.GetTimestamp();
            await InvokeAsync(host, streamEvent);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    private async Task InvokeAsync(LambdaHost host, byte[] streamEvent)
    {
        var result = await host.InvokeAsync(streamEvent, CancellationToken.None);
        if (result.Error is not null || IsPartial(result.Payload.Span))
        {
            throw new InvalidOperationException($"{function} failed: {result.Error}. Its log is\n{await File.ReadAllTextAsync(LogFile)}");
        }
    }

    /// <summary>Whether a forwarder names a record where it stopped.</summary>
    private static bool IsPartial(ReadOnlySpan<byte> answer) => answer.IndexOf("itemIdentifier"u8) >= 0;

    private async Task<double> PeakMebibytesAsync()
    {
        var status = await File.ReadAllLinesAsync($"/proc/{await ProcessIdAsync()}/status");
        var peak = status.Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(peak[^2], CultureInfo.InvariantCulture) * 1_024 / Mebibyte;
    }

    private async Task<TimeSpan> ProcessorTimeAsync()
    {
        using var process = Process.GetProcessById(await ProcessIdAsync());
        return process.TotalProcessorTime;
    }

    private async Task<int> ProcessIdAsync() => int.Parse(await File.ReadAllTextAsync(ProcessIdFile), CultureInfo.InvariantCulture);

    /// <summary>A shell that writes its process's id down before it becomes the function.</summary>
    private LambdaFunction Shell(Candidate candidate) =>
        Lambda("sh", ["-c", "echo $$ > \"$0\" && exec \"$@\"", ProcessIdFile, candidate.Program, .. candidate.Arguments]);

    private LambdaFunction Lambda(string program, IReadOnlyList<string> arguments) => new(function, program, arguments)
    {
        Environment = variables,
        Timeout = TimeSpan.FromMinutes(1),
        LogPath = LogFile,
    };
}
