using System.IO.Compression;
using Cdk.Assets;
using Cdk.Settings;

namespace Cdk.Tests.Assets;

/// <summary>The choice is NuGet's own answer, from a source of packages that a test fills.</summary>
public sealed class PackageChoiceTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-packages-");
    private readonly StringWriter messages = new();

    public PackageChoiceTests() => WriteProject();

    private string Source => folder.Find("source");

    public void Dispose()
    {
        messages.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_source_that_has_the_packages_gives_the_official_ones()
    {
        WritePackage();

        Choose().ShouldBeTrue();
        messages.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_source_that_lacks_them_gives_the_stand_ins_and_one_line()
    {
        Directory.CreateDirectory(Source);

        Choose().ShouldBeFalse();
        messages.ToString().ReplaceLineEndings("\n")
            .ShouldBe("Your NuGet source lacks Amazon's Lambda packages: the project's stand-ins are deployed (awsPackages=standin).\n");
    }

    [Fact]
    public void A_source_out_of_reach_decides_nothing() =>
        Should.Throw<ContextException>(() => Choose()).Message.ShouldStartWith("NuGet could not tell whether it has Amazon's Lambda packages");

    [Theory]
    [InlineData("official", true)]
    [InlineData("standin", false)]
    public void What_was_chosen_is_asked_of_nobody(string choice, bool isOfficial) =>
        new PackageChoice("/nowhere", choice, messages).IsOfficial.ShouldBe(isOfficial);

    private bool Choose() => new PackageChoice(folder.Path, "auto", messages).IsOfficial;

    private void WriteProject()
    {
        var project = Directory.CreateDirectory(folder.Find("src", Names.ForwarderAssembly)).FullName;
        File.WriteAllText(Path.Combine(project, $"{Names.ForwarderAssembly}.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Amazon.Lambda.Core" Version="3.2.0" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(folder.Find("NuGet.config"), $"""
            <configuration><packageSources><clear /><add key="only" value="{Source}" /></packageSources></configuration>
            """);
    }

    private void WritePackage()
    {
        Directory.CreateDirectory(Source);
        using var package = ZipFile.Open(Path.Combine(Source, "amazon.lambda.core.3.2.0.nupkg"), ZipArchiveMode.Create);
        using var specification = new StreamWriter(package.CreateEntry("Amazon.Lambda.Core.nuspec").Open());
        specification.Write("""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>Amazon.Lambda.Core</id><version>3.2.0</version><authors>nobody</authors><description>Empty.</description>
            </metadata></package>
            """);
    }
}
