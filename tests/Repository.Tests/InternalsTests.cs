using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>What a second project needs of a first is public on purpose; internals are for the project's own tests.</summary>
public sealed class InternalsTests
{
    public static TheoryData<string> Projects => [.. Files.Keys.Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Files { get; } = new[] { "src", "cdk", "samples", "tests", "benchmarks" }
        .SelectMany(Checkout.Projects)
        .ToDictionary(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_shows_its_internals_to_its_own_tests_alone(string project) =>
        Friends(project).ShouldBeSubsetOf([TestsOf(project)]);

    /// <summary>A family has its tests in one project: the stand-ins, and the stores beside AlexaSkill.</summary>
    private static string TestsOf(string project)
    {
        var isStandIn = Files[project].Replace('\\', '/').Contains("/PackageStandIns/", StringComparison.Ordinal);
        return isStandIn ? "PackageStandIns.Tests" : $"{project.Split('.')[0]}.Tests";
    }

    private static string[] Friends(string project)
    {
        var friends = XDocument.Load(Files[project]).Descendants("InternalsVisibleTo").Select(friend => (string)friend.Attribute("Include")!);
        var sources = Directory.EnumerateFiles(Path.GetDirectoryName(Files[project])!, "AssemblyInfo.cs");
        sources.Select(File.ReadAllText).ShouldAllBe(source => !source.Contains("InternalsVisibleTo"), "it belongs into the project file");
        return [.. friends];
    }
}
