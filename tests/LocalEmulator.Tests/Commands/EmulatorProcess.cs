using System.Diagnostics;

namespace LocalEmulator.Tests.Commands;

/// <summary>What the executable said and how it ended.</summary>
internal sealed record EmulatorProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<EmulatorProcess> RunAsync(string folder, params string[] arguments) =>
        RunAsync(Start(folder, arguments), TestContext.Current.CancellationToken);

    /// <summary>Runs it with something on standard input, and one more variable.</summary>
    public static Task<EmulatorProcess> RunWithAsync(string folder, string input, (string Name, string Value) variable, params string[] arguments) =>
        RunWithAsync(folder, input, [variable], arguments);

    /// <summary>Runs it with something on standard input, and more variables.</summary>
    public static async Task<EmulatorProcess> RunWithAsync(
        string folder, string input, IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = Described(folder, arguments);
        start.RedirectStandardInput = true;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await RunAsync(process, TestContext.Current.CancellationToken);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(Described(folder, arguments))!;

    private static async Task<EmulatorProcess> RunAsync(Process process, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new EmulatorProcess(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    private static ProcessStartInfo Described(string folder, string[] arguments) =>
        new("dotnet", [Repository.FunctionAssembly("LocalEmulator"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
