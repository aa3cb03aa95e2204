using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>The command that publishes a function, the same on this machine and in the container.</summary>
internal sealed record PublishCommand(string Folder, string Function, FunctionSettings Functions, bool TakesOfficialPackages)
{
    /// <summary>AWS's own image to build for the runtime dotnet10, by its tag for the architecture: the CDK passes no platform on.</summary>
    public string BuildImage => $"public.ecr.aws/sam/build-dotnet10:latest-{Functions.Architecture}";

    /// <summary>A folder name that no two sets of options share.</summary>
    public string Variant => $"{Functions.Architecture}-{Functions.Kind}-{Packages}";

    private string Packages => TakesOfficialPackages ? FunctionSettings.Official : FunctionSettings.StandIn;

    /// <summary>The arguments of 'dotnet'.</summary>
    public string[] Arguments(string output, string artifacts) =>
    [
        "publish", $"{Folder}/{Function}.csproj",
        "--configuration=Release",
        "--output", output,
        "--artifacts-path", artifacts,
        "--verbosity=quiet",
        "--nologo",
        "-tl:off",
        "-p:RunAnalyzers=false", // the build of the sources runs them; here they would double the time to compile
        $"-p:AwsPackages={Packages}",
        $"-p:Native={(Functions.Kind == FunctionSettings.Native ? "true" : "false")}",
        .. Functions.Architecture == FunctionSettings.Arm64 ? ["--runtime", "linux-arm64"] : Array.Empty<string>(),
    ];
}
