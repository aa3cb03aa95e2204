using System.Text.RegularExpressions;
using Analytics;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>The SQL of the folder <c>athena</c>, in the names of a stage.</summary>
internal sealed partial class AthenaSql(string folder, string database, string table)
{
    /// <summary>The queries, by the name of their files.</summary>
    public IEnumerable<(string Name, string Question, string Sql)> Queries() =>
        from path in Directory.GetFiles(Path.Combine(folder, "queries"), "*.sql").Order(StringComparer.Ordinal)
        let sql = Read(path)
        select (Path.GetFileNameWithoutExtension(path), sql.Split('\n')[0].TrimStart('-', ' ').TrimEnd(), sql);

    /// <summary>What a view selects.</summary>
    public string Definition(View view)
    {
        var path = Path.Combine(folder, "views", $"{view.Name}.sql");
        var definition = File.Exists(path) ? CreateView().Match(Read(path)) : Match.Empty;
        return definition.Success && definition.Groups[1].Value == $"{database}.{NameOf(view)}"
            ? definition.Groups[2].Value
            : throw new ContextException(
                $"athena/views/{view.Name}.sql is missing or does not begin with CREATE OR REPLACE VIEW {Names.Database}.{view.Name} AS.");
    }

    /// <summary>The name of a view in this stage.</summary>
    public string NameOf(View view) => table + view.Name[Names.Table.Length..];

    private string Read(string path) => TableName().Replace(
        File.ReadAllText(path).ReplaceLineEndings("\n"), match => $"{database}.{table}{match.Groups[1].Value}");

    [GeneratedRegex($@"\b{Names.Database}\.{Names.Table}(\w*)")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A(?:\s*--[^\n]*\n)*\s*CREATE OR REPLACE VIEW (\S+) AS\s+(.+?);?\s*\z", RegexOptions.Singleline)]
    private static partial Regex CreateView();
}
