using System.ComponentModel;
using System.Diagnostics;

namespace Cdk;

/// <summary>Publishes the functions as they are deployed; what is up to date is not compiled again.</summary>
/// <param name="root">The repository's root folder.</param>
/// <param name="awsPackages">standin or official.</param>
/// <param name="architecture">x86_64 or arm64.</param>
internal sealed class FunctionPublisher(string root, string awsPackages, string architecture)
{
    private readonly string output = Path.Combine(root, "cdk", "obj", "publish", $"{architecture}-{awsPackages}");

    /// <summary>Publishes a function.</summary>
    /// <param name="function">The name of its project and folder.</param>
    /// <returns>The folder of its assemblies.</returns>
    /// <exception cref="ContextException">The publish failed; the compiler's messages are on standard error.</exception>
    public string Publish(string function)
    {
        var folder = Path.Combine(output, function);
        if (Directory.Exists(folder))
        {
            // The publish adds and replaces, and would leave what an earlier one has put there.
            Directory.Delete(folder, recursive: true);
        }

        if (Run(["publish", Path.Combine("src", function, $"{function}.csproj"), "-o", folder, .. Options()]) is var code and not 0)
        {
            throw new ContextException(
                $"'dotnet publish' of src/{function} ended with exit code {code}: mend what stands above and try again.");
        }

        return folder;
    }

    private IEnumerable<string> Options()
    {
        yield return "--configuration=Release";
        yield return "--verbosity=quiet";
        yield return "--nologo";
        yield return "-tl:off";
        yield return $"-p:AwsPackages={awsPackages}";
        yield return "-p:Native=false";
        if (architecture == "arm64")
        {
            yield return "-p:RuntimeIdentifier=linux-arm64";
        }

        if (architecture == "arm64" || awsPackages == "official")
        {
            // The lock files of the checkout are those of the defaults.
            yield return $"-p:NuGetLockFilePath=obj/packages.{architecture}.{awsPackages}.lock.json";
            yield return "-p:RestoreLockedMode=false";
        }
    }

    private int Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var messages = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Console.Error.Write(process.ExitCode == 0 ? "" : messages);
            return process.ExitCode;
        }
        catch (Win32Exception missing)
        {
            throw new ContextException(
                $"'dotnet' can't be started ({missing.Message}): install the .NET 10 SDK and see that it is on the PATH.");
        }
    }
}
