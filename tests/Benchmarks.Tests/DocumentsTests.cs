using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Benchmarks.Tests;

/// <summary>The figures are there, and so are the commands that the documents name.</summary>
public sealed partial class DocumentsTests
{
    private const int Cells = 6;

    public static TheoryData<string> Suites => [.. Suite.All.Select(suite => suite.Name)];

    [Theory]
    [MemberData(nameof(Suites))]
    public void The_page_of_figures_has_every_suite_with_its_peer_and_its_chart(string name)
    {
        var suite = Suite.All.Single(suite => suite.Name == name);
        var sections = Checkout.Read("docs", "benchmarks", MarkdownReport.FileName).Split("\n## ");

        var section = sections.Single(section => section.StartsWith($"{suite.Title}\n", StringComparison.Ordinal));

        section.ShouldContain(suite.About);
        section.ShouldContain($"]({MarkdownReport.ChartOf(suite)})");
        var rows = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        rows.ShouldAllBe(row => row.Count(character => character == '|') == Cells + 1);
        rows.ShouldContain(row => row.Contains(name == "forwarder" ? "the published handler" : "Node.js"));
        XDocument.Parse(Checkout.Read("docs", "benchmarks", MarkdownReport.ChartOf(suite))).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void The_page_of_figures_is_of_a_full_run() =>
        Checkout.Read("docs", "benchmarks", MarkdownReport.FileName).ShouldContain("| an event of 1,000 records of ");

    [Fact]
    public void Every_project_that_a_document_runs_is_there_and_the_benchmarks_take_its_arguments()
    {
        var commands = Documents().SelectMany(file => Command().Matches(File.ReadAllText(file))).ToList();

        foreach (var command in commands)
        {
            var project = command.Groups["project"].Value;
            Directory.GetFiles(Checkout.Find(project), "*.csproj").ShouldNotBeEmpty(command.Value);
            if (project == "benchmarks")
            {
                Options.Parse(command.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldNotBeNull();
            }
        }

        commands.ShouldContain(command => command.Groups["project"].Value == "benchmarks");
    }

    private static IEnumerable<string> Documents() => Directory
        .EnumerateFiles(Checkout.Root, "*.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 3 })
        .Where(path => !Made().IsMatch(Path.GetRelativePath(Checkout.Root, path)));

    [GeneratedRegex(@"dotnet run (-c \w+ )?--project (?<project>[\w./]+)( -- (?<arguments>[^`\n#]*))?")]
    private static partial Regex Command();

    [GeneratedRegex(@"(^|[/\\])(bin|obj|node_modules|\.\w+)[/\\]")]
    private static partial Regex Made();
}
