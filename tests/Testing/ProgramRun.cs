using System.Diagnostics;

namespace Testing;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error, its lines ended by \n.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(15);

    /// <summary>The lines of standard output that are not empty.</summary>
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lines of standard error that are not empty.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a program to its end; after 15 minutes, or when it is cancelled, it is killed with its children.</summary>
    /// <param name="program">The program's path, or its name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it works in; null for this process's own.</param>
    /// <param name="variables">Environment variables beside this process's own; a null value takes one away.</param>
    /// <param name="input">What stands on its standard input; null for this process's own.</param>
    /// <param name="cancellationToken">A token to cancel the run.</param>
    /// <returns>What it wrote and how it ended.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled or took too long.</exception>
    public static async Task<ProgramRun> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? variables = null,
        string? input = null,
        CancellationToken cancellationToken = default)
    {
        using var process = Start(program, arguments, folder, variables, takesInput: input is not null);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input);
                process.StandardInput.Close();
            }

            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun(process.ExitCode, await output, (await error).ReplaceLineEndings("\n"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts a program whose output is read by the caller.</summary>
    /// <param name="program">The program's path, or its name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it works in; null for this process's own.</param>
    /// <param name="variables">Environment variables beside this process's own; a null value takes one away.</param>
    /// <param name="takesInput">Whether the caller writes its standard input.</param>
    /// <returns>The process.</returns>
    public static Process Start(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? variables = null,
        bool takesInput = false)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = takesInput,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program that has to end well.</summary>
    /// <param name="program">The program's path, or its name on the PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder it works in; null for this process's own.</param>
    /// <param name="variables">Environment variables beside this process's own; a null value takes one away.</param>
    /// <param name="cancellationToken">A token to cancel the run.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">Its exit code was not 0; the message is what it wrote.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled or took too long.</exception>
    public static async Task<string> OutputAsync(
        string program,
        IReadOnlyCollection<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? variables = null,
        CancellationToken cancellationToken = default)
    {
        var run = await RunAsync(program, arguments, folder, variables, cancellationToken: cancellationToken);
        return run.ExitCode == 0
            ? run.Output
            : throw new InvalidOperationException(
                $"'{program} {string.Join(' ', arguments)}' ended with exit code {run.ExitCode}:\n{run.Output}\n{run.Error}");
    }
}
