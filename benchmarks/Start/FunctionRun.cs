using System.Diagnostics;
using System.Globalization;
using System.Text;
using LocalAws.Lambda;

namespace Benchmarks.Start;

/// <summary>Starts a function, and invokes it.</summary>
/// <param name="function">The function.</param>
/// <param name="variables">The function's environment.</param>
/// <param name="work">Where files may be written.</param>
internal sealed class FunctionRun(Contest function, IReadOnlyDictionary<string, string> variables, string work)
{
    /// <summary>Milliseconds from the start of a process to its first answer.</summary>
    public async Task<double> StartAsync(Candidate candidate)
    {
        var payload = Payload();
        var started = Stopwatch.GetTimestamp();
        await using var host = await LambdaHost.StartAsync(Lambda(candidate.Program, candidate.Arguments), CancellationToken.None);
        await InvokeAsync(host, payload);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>
    /// The most bytes that a process has in memory until its first answer, and the processor time in milliseconds that it spends on a warm one.
    /// </summary>
    public async Task<(long PeakMemory, double WarmProcessorTime)> MeasureAsync(Candidate candidate, int warmInvocations)
    {
        await using var host = await LambdaHost.StartAsync(Shell(candidate), CancellationToken.None);
        await InvokeAsync(host, Payload());
        var status = await File.ReadAllLinesAsync($"/proc/{await ProcessIdAsync()}/status");
        var peak = status.Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        await InvokeAsync(host, warmInvocations);
        var before = await ProcessorTimeAsync();
        await InvokeAsync(host, warmInvocations);
        var spent = await ProcessorTimeAsync() - before;
        return (long.Parse(peak[^2], CultureInfo.InvariantCulture) * 1_024, spent.TotalMilliseconds / warmInvocations);
    }

    /// <summary>
    /// Milliseconds until a process asks for work, then of its first answer, and of a warm one. As Lambda does, the quota throttles the
    /// answers and not the start.
    /// </summary>
    public async Task<(double Start, double First, double Warm)> ThrottledAsync(Candidate candidate, CpuQuota quota, int warmInvocations)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = await LambdaHost.StartAsync(Shell(candidate), CancellationToken.None);
        var start = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        quota.Add(await ProcessIdAsync());
        var answers = new List<double>();
        for (var invocation = 0; invocation <= warmInvocations; invocation++)
        {
            var payload = Payload();
            var asked = Stopwatch.GetTimestamp();
            await InvokeAsync(host, payload);
            answers.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return (start, answers[0], Statistics.Median(answers.Skip(1)));
    }

    private async Task InvokeAsync(LambdaHost host, int invocations)
    {
        for (var invocation = 0; invocation < invocations; invocation++)
        {
            await InvokeAsync(host, Payload());
        }
    }

    private async Task<TimeSpan> ProcessorTimeAsync()
    {
        using var process = Process.GetProcessById(await ProcessIdAsync());
        return process.TotalProcessorTime;
    }

    private byte[] Payload() => Encoding.UTF8.GetBytes(function.Event().ToJsonString());

    private string ProcessIdFile => Path.Combine(work, "pid");

    private async Task<int> ProcessIdAsync() => int.Parse(await File.ReadAllTextAsync(ProcessIdFile), CultureInfo.InvariantCulture);

    /// <summary>A shell that writes its process's id down before it becomes the function.</summary>
    private LambdaFunction Shell(Candidate candidate) =>
        Lambda("sh", ["-c", "echo $$ > \"$0\" && exec \"$@\"", ProcessIdFile, candidate.Program, .. candidate.Arguments]);

    private LambdaFunction Lambda(string program, IReadOnlyList<string> arguments) => new(function.Function, program, arguments)
    {
        Environment = variables,
        Timeout = TimeSpan.FromSeconds(30),
        LogPath = Path.Combine(work, $"{function.Function}.log"),
    };

    private async Task InvokeAsync(LambdaHost host, byte[] payload)
    {
        var result = await host.InvokeAsync(payload, CancellationToken.None);
        if (result.Error is not null)
        {
            throw new InvalidOperationException(
                $"{function.Function} answered with an error: {result.Error}. Its log is\n{await ReadLogAsync()}");
        }
    }

    private Task<string> ReadLogAsync() => File.ReadAllTextAsync(Path.Combine(work, $"{function.Function}.log"));
}
