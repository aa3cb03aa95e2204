using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Repository.Tests;

public sealed partial class ProjectReferencesTests
{
    /// <summary>The arrows that CONTRIBUTING.md draws.</summary>
    private static readonly ILookup<string, string> Arrows = Arrow().Matches(Checkout.Read("CONTRIBUTING.md"))
        .ToLookup(arrow => arrow.Groups["from"].Value, arrow => arrow.Groups["to"].Value, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Files =
        new[] { "src", "cdk", "samples" }.SelectMany(Checkout.Projects).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Projects => [.. Files.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_those_that_are_drawn_and_no_other(string project) =>
        References(project).ShouldBe(Arrows[project], ignoreOrder: true, $"references of {project}: draw them in CONTRIBUTING.md");

    [Fact]
    public void What_is_drawn_is_a_project() => Arrows.Select(arrows => arrows.Key).ShouldBeSubsetOf(Files.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_each_that_it_references(string project) =>
        References(project).ShouldBeSubsetOf(Namespaces(project).Select(ProjectOf).OfType<string>());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_compiles_no_file_of_another(string project)
    {
        var folder = Path.GetDirectoryName(Files[project])! + Path.DirectorySeparatorChar;
        var compiled = from item in XDocument.Load(Files[project]).Descendants("Compile")
                       from include in ((string?)item.Attribute("Include") ?? "").Split(';')
                       where include.Length > 0
                       select Path.GetFullPath(Path.Combine(folder, include.Replace('\\', '/')));

        compiled.Where(path => !path.StartsWith(folder, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_library_for_skills_needs_no_package() =>
        XDocument.Load(Files["AlexaSkill"]).Descendants("PackageReference").ShouldBeEmpty();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Checkout.Read("PetMatch.sln");

        new[] { "src", "samples", "tests", "benchmarks" }.SelectMany(folder => Checkout.Projects(folder).Keys).ShouldAllBe(project => solution.Contains($"\"{project}\""));
    }

    /// <summary>What a project loads; the emulator also has the functions built, without loading them.</summary>
    private static IEnumerable<string> References(string project) =>
        from reference in XDocument.Load(Files[project]).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!);

    private static IEnumerable<string> Namespaces(string project)
    {
        var folder = Path.GetDirectoryName(Files[project])!;
        return from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               where !Built().IsMatch(Path.GetRelativePath(folder, path))
               from use in Namespace().Matches(File.ReadAllText(path))
               select use.Value;
    }

    /// <summary>The project that a namespace belongs to: of those whose name it begins with, the longest.</summary>
    private static string? ProjectOf(string used) => Files.Keys
        .Where(project => $"{used}.".StartsWith($"{project}.", StringComparison.Ordinal))
        .MaxBy(project => project.Length);

    /// <summary>The namespaces that a source uses.</summary>
    [GeneratedRegex(@"(?<=^using (static )?)[\w.]+(?=;)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>A line of a Mermaid graph.</summary>
    [GeneratedRegex(@"^ +(?<from>[\w.]+) --> (?<to>[\w.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(bin|obj)[/\\]")]
    private static partial Regex Built();
}
