namespace Testing;

/// <summary>The functions' native executables, as they are deployed.</summary>
public static class NativeFunction
{
    /// <summary>
    /// The environment variable that names a folder with published functions, in a folder each; where it is not set, a test run publishes
    /// what it needs.
    /// </summary>
    public const string FolderVariable = "NATIVE_FUNCTIONS";

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Task<string>> Published = [];

    /// <summary>Why tests of native code are to be skipped; null where they run. A CI run has no excuse.</summary>
    public static string? Obstacle => Environment.GetEnvironmentVariable("CI") == "true" || CanCompile
        ? null
        : "Native code needs Linux with clang or gcc on the PATH.";

    private static bool CanCompile => OperatingSystem.IsLinux() && (IsOnPath("clang") || IsOnPath("gcc"));

    /// <summary>Gives the path of an executable, and publishes it once if need be.</summary>
    /// <param name="function">The function's project: SkillFunction or StreamToFirehoseFunction.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="InvalidOperationException">The publish failed; the message is what it printed.</exception>
    public static Task<string> FindAsync(string function)
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            return Task.FromResult(Path.Combine(folder, function, function));
        }

        lock (Gate)
        {
            return Published.TryGetValue(function, out var path) ? path : Published[function] = PublishAsync(function);
        }
    }

    private static async Task<string> PublishAsync(string function)
    {
        // Beside the tests' own output: a build that runs at the same time does not see it, and what is up to date is not compiled again.
        var artifacts = Path.Combine(AppContext.BaseDirectory, "native");
        var output = Path.Combine(artifacts, "functions", function);
        var project = Checkout.Find("src", function);
        await ProgramRun.OutputAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-o", output, "--artifacts-path", artifacts, "-tl:off", "-p:RunAnalyzers=false"],
            Checkout.Root);
        return Path.Combine(output, function);
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
