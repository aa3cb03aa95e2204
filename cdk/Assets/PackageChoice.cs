using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>Whether Amazon's own Lambda and Firehose packages are deployed, or the stand-ins for them.</summary>
internal sealed class PackageChoice(string root, string awsPackages, TextWriter messages)
{
    private static readonly string[] Lacking = ["NU1100", "NU1101", "NU1102", "NU1103"];

    private readonly Lazy<bool> isOfficial = new(() => awsPackages switch
    {
        FunctionSettings.Official => true,
        FunctionSettings.StandIn => false,
        _ => HasOfficial(root, messages),
    });

    public bool IsOfficial => isOfficial.Value;

    /// <summary>Whether NuGet's messages say that a package, or its version, is not there; or that there is no source at all.</summary>
    public static bool IsLacking(string output) => Lacking.Any(code => output.Contains($"error {code}", StringComparison.Ordinal));

    /// <summary>
    /// Asks NuGet. Only its answer that a package is not there decides for the stand-ins; a registry out of reach ends the command, so that
    /// what is deployed depends on no bad moment of a network.
    /// </summary>
    private static bool HasOfficial(string root, TextWriter messages)
    {
        const string Project = "src/StreamToFirehoseFunction/StreamToFirehoseFunction.csproj"; // it needs all of these packages
        var artifacts = Path.Combine(root, "cdk", "obj", "publish", "packages");
        var (exitCode, output) = Tool.DotNet(
            ["restore", Project, "-p:AwsPackages=official", "--artifacts-path", artifacts, "-tl:off"], root);
        if (exitCode == 0)
        {
            return true;
        }

        if (IsLacking(output))
        {
            messages.WriteLine(
                "Your NuGet source lacks Amazon's Lambda packages: the project's stand-ins are deployed (awsPackages=standin).");
            return false;
        }

        messages.Write(output);
        throw new ContextException(
            "NuGet could not tell whether it has Amazon's Lambda packages: its message stands above. "
            + "Try again, or choose with -c awsPackages=official or -c awsPackages=standin.");
    }
}
