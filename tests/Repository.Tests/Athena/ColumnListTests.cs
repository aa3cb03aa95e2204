using System.Text;
using System.Text.RegularExpressions;
using Analytics;

namespace Repository.Tests.Athena;

/// <summary>
/// Makes the lists of columns in the SQL files from <see cref="Columns.All"/>. With the variable COLUMNS=write the files are written, else
/// they are compared.
/// </summary>
public sealed partial class ColumnListTests
{
    private const int LineLength = 130;

    private const string DateOfDay = $"CAST(date_parse(turn.{Analytics.Names.PartitionColumn}, '%Y/%m/%d') AS date)";

    private static readonly string[] Names = [.. Columns.All.Select(column => column.Name), Analytics.Names.PartitionColumn];

    [Fact]
    public void The_table_is_the_one_that_the_columns_make() => Hold("petmatch.sql", sql =>
        sql[..(sql.IndexOf('\n', StringComparison.Ordinal) + 1)]
        + AthenaTable.Ddl(Analytics.Names.Database, Analytics.Names.Table, Columns.All, Analytics.Names.LocalBucket));

    [Fact]
    public void The_view_of_turns_selects_every_column() => Hold("views/petmatch_turns.sql", sql =>
        Selected().Replace(sql, Lines(Names, "  "), 1));

    [Fact]
    public void The_roll_up_has_every_column() => Hold("rollup/create.sql", sql =>
        Created().Replace(sql, Lines([.. Columns.All.Select(Definition), $"{Analytics.Names.PartitionColumn} date"], "  "), 1));

    [Fact]
    public void The_roll_up_takes_every_column()
    {
        Hold("rollup/merge.sql", sql =>
        {
            sql = Merged().Replace(sql, Lines(Names, "    "), 1);
            sql = Inserted().Replace(sql, Wrapped(Names), 1);
            return Values().Replace(sql, Wrapped([.. Columns.All.Select(column => $"turn.{column.Name}"), DateOfDay]), 1);
        });
    }

    [Fact]
    public void The_query_on_bytes_measures_every_column_and_every_comma() => Hold("queries/bytes-and-rows.sql", sql =>
    {
        sql = Measured().Replace(sql, Lines(Columns.All.Select(Measure), "      "), 1);
        sql = Commas().Replace(sql, $"{Columns.All.Count - 1}", 1);
        return CommasAndEnd().Replace(sql, $"{Columns.All.Count}");
    });

    private static void Hold(string file, Func<string, string> make)
    {
        var path = Checkout.Find(["athena", .. file.Split('/')]);
        var sql = File.ReadAllText(path).ReplaceLineEndings("\n");
        var made = make(sql);
        if (Environment.GetEnvironmentVariable("COLUMNS") == "write")
        {
            File.WriteAllText(path, made);
            return;
        }

        sql.ShouldBe(made, $"athena/{file} repeats the columns: write it with COLUMNS=write dotnet test tests/Repository.Tests --filter {nameof(ColumnListTests)}");
    }

    /// <summary>Iceberg has no tinyint.</summary>
    private static string Definition(Column column) => $"{column.Name} {(column.AthenaType == "tinyint" ? "int" : column.AthenaType)}";

    /// <summary>The text of a column's value, as long as the one in the line.</summary>
    private static string Measure(Column column) => column.Type switch
    {
        ColumnType.Text => column.Name,
        ColumnType.Timestamp => $"date_format({column.Name}, '%Y-%m-%d %H:%i:%s.000')",
        _ => $"CAST({column.Name} AS varchar)",
    };

    private static string Lines(IEnumerable<string> items, string indent) => string.Join(",\n", items.Select(item => indent + item));

    private static string Wrapped(IEnumerable<string> items)
    {
        var (text, length) = (new StringBuilder("  "), 2);
        foreach (var (index, item) in items.Index())
        {
            var separator = index == 0 ? "" : length + item.Length + 3 > LineLength ? ",\n  " : ", ";
            length = separator.Contains('\n', StringComparison.Ordinal) ? 2 + item.Length : length + separator.Length + item.Length;
            text.Append(separator).Append(item);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<=VIEW \S+ AS\nSELECT\n).+?(?=\nFROM \()", RegexOptions.Singleline)]
    private static partial Regex Selected();

    [GeneratedRegex(@"(?<=CREATE TABLE \S+ \(\n).+?(?=\n\)\nPARTITIONED)", RegexOptions.Singleline)]
    private static partial Regex Created();

    [GeneratedRegex(@"(?<=USING \(\n  SELECT\n).+?(?=\n  FROM \()", RegexOptions.Singleline)]
    private static partial Regex Merged();

    [GeneratedRegex(@"(?<=THEN INSERT \(\n).+?(?=\n\) VALUES \()", RegexOptions.Singleline)]
    private static partial Regex Inserted();

    [GeneratedRegex(@"(?<=\n\) VALUES \(\n).+?(?=\n\);)", RegexOptions.Singleline)]
    private static partial Regex Values();

    [GeneratedRegex(@"(?<=concat_ws\(\n      '',\n).+?(?=\n    \) AS text)", RegexOptions.Singleline)]
    private static partial Regex Measured();

    [GeneratedRegex(@"\d+(?= commas)")]
    private static partial Regex Commas();

    [GeneratedRegex(@"(?<=regexp_count\(.+?\) \+ )\d+")]
    private static partial Regex CommasAndEnd();
}
