using System.Xml.Linq;

namespace Repository.Tests;

public sealed class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Analytics"] = [],
        ["AlexaSkill"] = [],
        ["Tables"] = [],
        ["SkillFunction"] = ["AlexaSkill", "Analytics", "Tables"],
        ["StreamToFirehoseFunction"] = ["Analytics", "Tables"],
        ["LocalEmulator"] = ["AlexaSkill", "Analytics", "LocalAthena", "Tables"],
        ["LocalAthena"] = [],
        ["Amazon.Lambda.Core"] = [],
        ["Amazon.Lambda.DynamoDBEvents"] = [],
        ["Amazon.Lambda.RuntimeSupport"] = [],
        ["AWSSDK.KinesisFirehose"] = [],
    };

    public static TheoryData<string> Projects => [.. Checkout.Projects("src").Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_those_it_may_know_and_no_other(string project)
    {
        Arrows.ShouldContainKey(project);

        References(project).Except(Arrows[project], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Checkout.Read("PetMatch.sln");

        Checkout.Projects("src").Keys.Concat(Checkout.Projects("tests").Keys).ShouldAllBe(project => solution.Contains($"\"{project}\""));
    }

    /// <summary>What a project loads; the emulator also has the functions built, without loading them.</summary>
    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Load(Checkout.Projects("src")[project]).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);
}
