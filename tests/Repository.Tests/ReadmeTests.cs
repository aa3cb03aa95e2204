using System.Text.RegularExpressions;
using Analytics;

namespace Repository.Tests;

public sealed partial class ReadmeTests
{
    [Fact]
    public void The_table_of_columns_is_the_list_of_columns() =>
        ColumnRow().Matches(Checkout.Read("README.md")).Select(row => $"{row.Groups[1]} {row.Groups[2]} {row.Groups[3]}").ShouldBe(
            Columns.All.Select((column, index) => $"{index + 1} {column.Name} {column.AthenaType}"));

    [Fact]
    public void The_set_up_the_run_and_the_tests_are_the_four_commands_that_work() =>
        IndentedCommand().Matches(Checkout.Read("README.md")).Take(4).Select(command => command.Value.Trim()).ShouldBe(
        [
            "npm ci", "dotnet build PetMatch.sln", "dotnet run --project src/LocalEmulator", "dotnet test PetMatch.sln",
        ]);

    [Fact]
    public void The_pipeline_is_drawn_with_its_names() =>
        Box().Matches(Checkout.Read("README.md")).Select(box => box.Groups["name"].Value).ShouldBe(
        [
            Names.SkillAssembly, Names.HitsTable, Names.ForwarderAssembly, Names.DeliveryStream, Names.DeliveryPrefix,
            $"{Names.Database}.{Names.Table}",
        ]);

    [Fact]
    public void The_table_of_questions_is_the_folder_of_queries() =>
        QueryRow().Matches(Checkout.Read("README.md")).Select(row => (row.Groups[1].Value, row.Groups[2].Value)).ShouldBe(
            from path in Directory.GetFiles(Path.Combine(Checkout.Root, "athena", "queries")).Order(StringComparer.Ordinal)
            let question = File.ReadLines(path).First().TrimStart('-', ' ')
            select (question, $"athena/queries/{Path.GetFileName(path)}"));

    /// <summary>A box of the drawing: the service, if it says which, and the name.</summary>
    [GeneratedRegex(@" --> \w+\[\(?""(?:DynamoDB table |Firehose |S3 |Athena )?(?<name>[\w.-]+?)(?:YYYY|[ "",:])")]
    private static partial Regex Box();

    [GeneratedRegex(@"^\| (.+\?) \| `(athena/queries/.+\.sql)` \|", RegexOptions.Multiline)]
    private static partial Regex QueryRow();

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();

    [GeneratedRegex("^    (npm|dotnet) .+$", RegexOptions.Multiline)]
    private static partial Regex IndentedCommand();
}
