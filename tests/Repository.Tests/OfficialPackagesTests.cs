using System.Diagnostics;

namespace Repository.Tests;

public sealed class OfficialPackagesTests
{
    [Theory]
    [InlineData("official", "obj/packages.official.lock.json")]
    [InlineData("standin", "")]
    public async Task Their_lock_files_stay_out_of_the_tree(string packages, string lockFile)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["msbuild", Checkout.Find("src", "StreamToFirehoseFunction"), "-getProperty:NuGetLockFilePath", $"-p:AwsPackages={packages}"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe(lockFile);
    }
}
