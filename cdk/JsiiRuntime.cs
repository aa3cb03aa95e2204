using Amazon.CDK;

namespace Cdk;

/// <summary>
/// Starts the CDK's runtime, a process of Node.js. As it starts, it unpacks 64 MB into the temporary folder and never deletes them; so it
/// gets a folder of its own for that time.
/// </summary>
internal sealed class JsiiRuntime : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("petmatch-cdk-");

    public App StartApp()
    {
        // It warns, on each synth, of a Node.js whose support has ended or that it does not know yet.
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");

        // A warning would carry its trace, with the names of temporary folders: no two synths would be the same.
        Environment.SetEnvironmentVariable("CDK_DISABLE_STACK_TRACE", "1");

        var variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, folder.FullName);
        try
        {
            return new App();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Windows keeps what the runtime still has open.
        }
    }
}
