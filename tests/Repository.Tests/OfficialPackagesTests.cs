namespace Repository.Tests;

public sealed class OfficialPackagesTests
{
    [Theory]
    [InlineData("official", "obj/packages.official.lock.json")]
    [InlineData("standin", "")]
    public async Task Their_lock_files_stay_out_of_the_tree(string packages, string lockFile)
    {
        var project = Checkout.Find("src", "StreamToFirehoseFunction");
        string[] arguments = ["msbuild", project, "-getProperty:NuGetLockFilePath", $"-p:AwsPackages={packages}"];

        (await ProgramRun.OutputAsync("dotnet", arguments, cancellationToken: TestContext.Current.CancellationToken)).Trim().ShouldBe(lockFile);
    }
}
