using System.Diagnostics;

namespace LocalEmulator.Tests.Commands;

/// <summary>Runs the executable.</summary>
internal static class EmulatorProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Task<ProgramRun> RunAsync(string folder, params string[] arguments) => RunAsync(folder, null, [], arguments);

    /// <summary>Runs it with something on standard input, and one more variable.</summary>
    public static Task<ProgramRun> RunWithAsync(string folder, string input, (string Name, string Value) variable, params string[] arguments) =>
        RunAsync(folder, input, [variable], arguments);

    /// <summary>Runs it with something on standard input, and more variables.</summary>
    public static Task<ProgramRun> RunWithAsync(
        string folder, string input, IEnumerable<(string Name, string Value)> variables, params string[] arguments) =>
        RunAsync(folder, input, variables, arguments);

    public static Process Start(string folder, params string[] arguments) => ProgramRun.Start("dotnet", WithAssembly(arguments), folder);

    private static async Task<ProgramRun> RunAsync(
        string folder, string? input, IEnumerable<(string Name, string Value)> variables, string[] arguments)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var environment = variables.ToDictionary(variable => variable.Name, string? (variable) => variable.Value);
        return await ProgramRun.RunAsync("dotnet", WithAssembly(arguments), folder, environment, input, patience.Token);
    }

    private static string[] WithAssembly(string[] arguments) => [Repository.FunctionAssembly("LocalEmulator"), .. arguments];
}
