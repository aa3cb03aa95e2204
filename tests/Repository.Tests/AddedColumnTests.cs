using System.Globalization;

namespace Repository.Tests;

/// <summary>Does in a copy of the checkout what CONTRIBUTING says of adding a column, and asks for its values.</summary>
public sealed class AddedColumnTests : IDisposable
{
    private readonly TemporaryFolder copy = new("petmatch-column-");

    [Fact]
    public async Task A_column_is_one_line_of_code_and_a_row_of_the_README()
    {
        Checkout.CopyTo(copy.Path);
        Append("src/Analytics/Columns.cs", after: "new(\"skill_version\",", """
                    new("weekday", ColumnType.Text, hit => hit.EventTime.DayOfWeek.ToString()),
            """);
        Append("README.md", after: "| 26 | `skill_version`", "| 27 | `weekday` | string | the weekday of event_time |");

        await DotnetAsync("test tests/Repository.Tests --filter ColumnListTests", ("COLUMNS", "write"));
        await DotnetAsync("run --project src/LocalEmulator -- generate 20 --data data");
        var answer = await DotnetAsync("run --project src/LocalEmulator --no-build -- query", "SELECT DISTINCT weekday FROM petmatch_turns", "--csv --data data");

        var today = DateTime.UtcNow;
        string[] days = [today.AddDays(-1).ToString("dddd", CultureInfo.InvariantCulture), today.ToString("dddd", CultureInfo.InvariantCulture)];
        var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].Trim().ShouldBe("weekday");
        lines[1..].ShouldNotBeEmpty();
        lines[1..].Select(line => line.Trim()).ShouldBeSubsetOf(days);
    }

    public void Dispose() => copy.Dispose();

    private void Append(string file, string after, string line)
    {
        var path = copy.Find(file.Split('/'));
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n').ToList();
        var place = lines.FindIndex(candidate => candidate.Contains(after, StringComparison.Ordinal));
        place.ShouldBeGreaterThan(0, $"{file} has no line with {after}");
        lines.Insert(place + 1, line);
        File.WriteAllText(path, string.Join('\n', lines));
    }

    private Task<string> DotnetAsync(string arguments, params (string Name, string Value)[] variables) => DotnetAsync(arguments.Split(' '), variables);

    private Task<string> DotnetAsync(string before, string sql, string after) => DotnetAsync([.. before.Split(' '), sql, .. after.Split(' ')], []);

    private Task<string> DotnetAsync(string[] arguments, (string Name, string Value)[] variables) => ProgramRun.OutputAsync(
        "dotnet",
        arguments,
        copy.Path,
        variables.Append((Name: "RunAnalyzers", Value: "false")).ToDictionary(variable => variable.Name, variable => (string?)variable.Value),
        TestContext.Current.CancellationToken);
}
