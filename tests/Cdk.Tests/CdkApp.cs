namespace Cdk.Tests;

/// <summary>Runs the app, or the CDK's command line that starts it, as their users do.</summary>
internal static class CdkApp
{
    /// <summary>The app in its own folder, where all that it needs lies beside it.</summary>
    public static string Assembly =>
        Checkout.Find("cdk", Path.GetRelativePath(Checkout.Find("tests", "Cdk.Tests"), AppContext.BaseDirectory), "Cdk.dll");

    /// <summary>The app started by itself: as 'dotnet Cdk.dll' it would find that dotnet before any of the PATH.</summary>
    public static string Executable => Path.ChangeExtension(Assembly, OperatingSystem.IsWindows() ? ".exe" : null);

    /// <summary>Runs a program with variables over the machine's own; null takes one away.</summary>
    public static Task<ProgramRun> RunAsync(
        string program, string[] arguments, Dictionary<string, string?> variables, string? directory = null)
    {
        // Neither credentials nor a region are needed; those of the machine must not make up for them.
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                variables.TryAdd(name, null);
            }
        }

        return ProgramRun.RunAsync(program, arguments, directory ?? Checkout.Root, variables, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Where a program of the PATH is.</summary>
    public static string PathOf(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
