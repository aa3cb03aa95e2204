using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Cdk.Settings;
using Constructs;

namespace Cdk.Assets;

/// <summary>The code of the functions, published when the CDK bundles assets: for synth, diff and deploy, not for ls and destroy.</summary>
internal sealed class FunctionCode(string root, FunctionSettings functions)
{
    private readonly PackageChoice packages = new(root, functions.AwsPackages, Console.Error);
    private readonly List<FunctionBundling> bundlings = [];

    /// <summary>Why a function could not be published; null where all could.</summary>
    public string? Mistake => bundlings.Select(bundling => bundling.Mistake).FirstOrDefault(mistake => mistake is not null);

    public Architecture Architecture =>
        functions.Architecture == FunctionSettings.Arm64 ? Architecture.ARM_64 : Architecture.X86_64;

    /// <summary>Whose packages the functions of a stack are published with; nobody is asked where nothing is published.</summary>
    public string PackagesOf(Stack stack) => functions.AwsPackages != FunctionSettings.Auto ? functions.AwsPackages
        : !stack.BundlingRequired ? FunctionSettings.Auto
        : packages.IsOfficial ? FunctionSettings.Official
        : FunctionSettings.StandIn;

    /// <summary>The code of one function, whose project lies in a folder of the checkout.</summary>
    public Code Of(Construct scope, string folder, string assembly)
    {
        var command = new PublishCommand(folder, assembly, functions, PackagesOf(Stack.Of(scope)) == FunctionSettings.Official);
        var bundling = new FunctionBundling(root, command, new NativeToolchain(functions.Architecture));
        bundlings.Add(bundling);
        return Code.FromAsset(root, new Amazon.CDK.AWS.S3.Assets.AssetOptions
        {
            AssetHashType = AssetHashType.OUTPUT, // what is the same to the byte is not deployed again
            Bundling = new BundlingOptions
            {
                Local = bundling,
                Image = DockerImage.FromRegistry(command.BuildImage),
                Environment = new Dictionary<string, string> { ["HOME"] = "/tmp" }, // the container's user has none
                Command = ["dotnet", .. command.Arguments(AssetStaging.BUNDLING_OUTPUT_DIR, "/tmp/artifacts")],
            },
        });
    }
}
