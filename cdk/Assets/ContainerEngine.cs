namespace Cdk.Assets;

/// <summary>Docker, or the program that CDK_DOCKER names: the one that the CDK itself starts.</summary>
internal static class ContainerEngine
{
    public static bool IsRunning =>
        Tool.TryRun(Environment.GetEnvironmentVariable("CDK_DOCKER") ?? "docker", ["version"], Directory.GetCurrentDirectory()) is (0, _);
}
