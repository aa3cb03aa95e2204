using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Repository.Tests;

public sealed partial class ProjectReferencesTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Analytics"] = [],
        ["AlexaSkill"] = [],
        ["AlexaSimulator"] = ["AlexaSkill"],
        ["FunctionHosting"] = [],
        ["Tables"] = [],
        ["SkillFunction"] = ["AlexaSkill", "Analytics", "FunctionHosting", "Tables"],
        ["StreamToFirehoseFunction"] = ["Analytics", "FunctionHosting", "Tables"],
        ["LocalAthena"] = [],
        ["LocalAws"] = [],
        ["LocalEmulator"] = ["AlexaSimulator", "AlexaSkill", "Analytics", "FunctionHosting", "LocalAthena", "LocalAws", "Tables"],
        ["Cdk"] = ["Analytics", "FunctionHosting"],
        ["Amazon.Lambda.Core"] = [],
        ["Amazon.Lambda.DynamoDBEvents"] = [],
        ["Amazon.Lambda.RuntimeSupport"] = [],
        ["AWSSDK.KinesisFirehose"] = [],
    };

    /// <summary>Files that are compiled into a second project, until the stores of AlexaSkill are libraries of their own.</summary>
    private static readonly string[] Links = ["AlexaSkill ../Tables/AttributeJson.cs", "AlexaSkill ../Tables/Backoff.cs"];

    private static readonly Dictionary<string, string> Files =
        Checkout.Projects("src").Concat(Checkout.Projects("cdk")).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Projects => [.. Files.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_those_it_may_know_and_no_other(string project)
    {
        Arrows.ShouldContainKey(project);

        References(project).Order(StringComparer.Ordinal).ShouldBe(Arrows[project]);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_each_that_it_references(string project)
    {
        var folder = Path.GetDirectoryName(Files[project])!;
        var names = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Built().IsMatch(Path.GetRelativePath(folder, path)))
            .SelectMany(path => Name().Matches(File.ReadAllText(path)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

        References(project).ShouldBeSubsetOf(names);
    }

    [Fact]
    public void No_file_is_compiled_into_two_projects() =>
        (from project in Files.Keys
         from compile in XDocument.Load(Files[project]).Descendants("Compile")
         let file = (string?)compile.Attribute("Include")
         where file?.Contains("..", StringComparison.Ordinal) == true
         select $"{project} {file}")
        .ShouldBe(Links, ignoreOrder: true);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Checkout.Read("PetMatch.sln");

        Checkout.Projects("src").Keys.Concat(Checkout.Projects("tests").Keys).ShouldAllBe(project => solution.Contains($"\"{project}\""));
    }

    /// <summary>What a project loads; the emulator also has the functions built, without loading them.</summary>
    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Load(Files[project]).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);

    /// <summary>The namespaces that a source uses, by their first name.</summary>
    [GeneratedRegex(@"(?<=^using (static )?)\w+(?=[.;\w]*;)", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(bin|obj)[/\\]")]
    private static partial Regex Built();
}
