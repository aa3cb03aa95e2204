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

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();

    [GeneratedRegex("^    (npm|dotnet) .+$", RegexOptions.Multiline)]
    private static partial Regex IndentedCommand();
}
