using Cdk.Assets;

namespace Cdk.Tests.Assets;

public sealed class GlibcVersionsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void What_asks_for_old_versions_alone_runs_on_Lambda() => Newer(Executables.Any).ShouldBeEmpty();

    [Theory]
    [InlineData("GLIBC_2.34", false)]
    [InlineData("GLIBC_2.35", true)]
    [InlineData("GLIBC_2.4", false)] // 4 is less than 34
    [InlineData("GLIBC_3.0", true)]
    [InlineData("GLIBC_X", true)] // not a number, such as GLIBC_ABI_DT_RELR: glibc 2.34 knows none
    public void A_version_is_newer_than_Lambdas_or_not(string version, bool isNewer) =>
        Newer(Executables.AskingFor(version)).ShouldBe(isNewer ? [version] : []);

    [Fact]
    public void What_is_no_executable_is_told() =>
        Should.Throw<InvalidDataException>(() => Newer("#!/bin/sh\n"u8.ToArray())).Message.ShouldBe("It is no 64-bit executable of Linux.");

    private IReadOnlyList<string> Newer(byte[] executable)
    {
        File.WriteAllBytes(file, executable);
        return GlibcVersions.NewerThanLambdas(file);
    }
}
