using System.Text.Json.Nodes;

namespace Repository.Tests;

/// <summary>Writes the bills of materials by their command and holds them to CycloneDX's required members and to the functions' lock files.</summary>
public sealed class SbomTests
{
    // They compile a function and are no part of it.
    private static readonly string[] Compilers = ["Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks"];

    [Fact]
    public async Task Every_package_that_is_deployed_is_listed_with_version_licence_and_hash()
    {
        using var folder = new TemporaryFolder("petmatch-sbom-");

        await ProgramRun.OutputAsync(
            "node",
            [Checkout.Find("tools", "sbom", "build.mjs"), folder.Path],
            cancellationToken: TestContext.Current.CancellationToken);

        foreach (var function in new[] { "SkillFunction", "StreamToFirehoseFunction" })
        {
            var bom = JsonNode.Parse(await File.ReadAllTextAsync(folder.Find($"{function}.cdx.json"), TestContext.Current.CancellationToken))!;
            ShouldBeCycloneDx(bom, function);
            var components = bom["components"]!.AsArray().Select(component => component!).ToArray();
            components.Select(Identity).Where(identity => !identity.Contains("NativeAOT")).ShouldBe(LockedPackages(function), ignoreOrder: true);
            components.Select(Identity).ShouldContain(identity => identity.StartsWith("Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64 "));
            components.ShouldAllBe(component => component["licenses"]!.AsArray().Count > 0);
            components.ShouldAllBe(component => component["hashes"]!.AsArray().Any(IsSha512));
        }
    }

    /// <summary>What the schema of CycloneDX 1.6 requires of what is used here.</summary>
    private static void ShouldBeCycloneDx(JsonNode bom, string function)
    {
        ((string?)bom["bomFormat"]).ShouldBe("CycloneDX");
        ((string?)bom["specVersion"]).ShouldBe("1.6");
        ((int?)bom["version"]).ShouldBe(1);
        var application = bom["metadata"]!["component"]!;
        ((string?)application["type"]).ShouldBe("application");
        ((string?)application["name"]).ShouldBe(function);

        var components = bom["components"]!.AsArray().Select(component => component!).ToArray();
        components.ShouldAllBe(component => (string?)component["type"] == "library" || (string?)component["type"] == "framework");
        components.ShouldAllBe(component => (string?)component["purl"] == $"pkg:nuget/{component["name"]}@{component["version"]}");
        string[] references = [(string)application["bom-ref"]!, .. components.Select(component => (string)component["bom-ref"]!)];
        references.ShouldBeUnique();
        var dependencies = bom["dependencies"]!.AsArray().Select(dependency => dependency!).ToArray();
        dependencies.Select(dependency => (string)dependency["ref"]!).ShouldBe(references, ignoreOrder: true);
        dependencies.SelectMany(dependency => dependency["dependsOn"]?.AsArray() ?? []).Select(on => (string)on!).ShouldBeSubsetOf(references);
    }

    private static bool IsSha512(JsonNode? hash) => (string?)hash!["alg"] == "SHA-512" && ((string)hash["content"]!).Length == 128;

    private static string Identity(JsonNode component) => $"{component["name"]} {component["version"]}";

    private static string[] LockedPackages(string function)
    {
        var locked = JsonNode.Parse(Checkout.Read("src", function, "packages.native.lock.json"))!["dependencies"]!["net10.0"]!.AsObject();
        return
        [
            .. from package in locked
               where (string?)package.Value!["type"] != "Project" && !Compilers.Contains(package.Key)
               select $"{package.Key} {package.Value["resolved"]}",
        ];
    }
}
