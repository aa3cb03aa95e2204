using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>Publishes a function on this machine where it can; otherwise the CDK runs the same command in a container.</summary>
internal sealed class FunctionBundling(string root, PublishCommand command, NativeToolchain toolchain) : DeputyBase, ILocalBundling
{
    /// <summary>Why the function could not be published: the CDK wraps what is thrown here in a stack of JavaScript.</summary>
    public string? Mistake { get; private set; }

    private bool IsNative => command.Functions.Kind == FunctionSettings.Native;

    public bool TryBundle(string outputDir, IBundlingOptions options)
    {
        try
        {
            return TryPublish(outputDir);
        }
        catch (ContextException mistake)
        {
            Mistake = mistake.Message;
            throw;
        }
    }

    private bool TryPublish(string output)
    {
        if (IsNative && toolchain.Missing is { } missing)
        {
            return LeaveToContainer($"Native code for {command.Functions.Architecture} needs {missing}");
        }

        Publish(output);
        if (IsNative && GlibcVersions.NewerThanLambdas(Path.Combine(output, command.Function)) is { Count: > 0 } newer)
        {
            Directory.Delete(output, recursive: true);
            Directory.CreateDirectory(output);
            return LeaveToContainer(
                $"{command.Function} was linked here with a C library that is newer than Lambda's {GlibcVersions.Lambda}: "
                + $"it asks for {string.Join(", ", newer)}");
        }

        return true;
    }

    private void Publish(string output)
    {
        var artifacts = Path.Combine(root, "cdk", "obj", "publish", command.Variant);
        var (exitCode, messages) = Tool.DotNet(command.Arguments(output, artifacts), root);
        if (exitCode != 0)
        {
            Console.Error.Write(messages);
            if (command.TakesOfficialPackages && PackageChoice.IsLacking(messages))
            {
                throw new ContextException(
                    "awsPackages is 'official': your NuGet source lacks Amazon's Lambda packages, as its message above says. Add a source that has "
                    + "them ('dotnet nuget add source'), or deploy the project's stand-ins with -c awsPackages=standin.");
            }

            throw new ContextException(
                $"'dotnet publish' of {command.Folder} ended with exit code {exitCode}: fix the errors above and try again.");
        }
    }

    private bool LeaveToContainer(string reason) => ContainerEngine.IsRunning
        ? false
        : throw new ContextException(
            $"{reason}. Start Docker, and it is built in {command.BuildImage}; "
            + "or add -c functions=managed, which needs the .NET SDK alone.");
}
