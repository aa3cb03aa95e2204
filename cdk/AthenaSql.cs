using System.Text.RegularExpressions;
using Analytics;

namespace Cdk;

/// <summary>The SQL of the folder <c>athena</c>, in the names of a stage.</summary>
/// <param name="folder">The folder.</param>
/// <param name="names">The names.</param>
internal sealed partial class AthenaSql(string folder, ResourceNames names)
{
    /// <summary>The queries, by the name of their files.</summary>
    /// <returns>Each query's file name without extension, the question that its first line asks, and its SQL.</returns>
    public IEnumerable<(string Name, string Question, string Sql)> Queries() =>
        from path in Directory.GetFiles(Path.Combine(folder, "queries"), "*.sql").Order(StringComparer.Ordinal)
        let sql = Read(path)
        select (Path.GetFileNameWithoutExtension(path), sql.Split('\n')[0].TrimStart('-', ' ').TrimEnd(), sql);

    /// <summary>What a view selects.</summary>
    /// <param name="view">The view.</param>
    /// <returns>The SQL after <c>CREATE OR REPLACE VIEW … AS</c>.</returns>
    /// <exception cref="ContextException">The view's file is missing, or defines another view.</exception>
    public string Definition(View view)
    {
        var path = Path.Combine(folder, "views", $"{view.Name}.sql");
        var definition = File.Exists(path) ? CreateView().Match(Read(path)) : Match.Empty;
        return definition.Success && definition.Groups[1].Value == $"{names.Database}.{NameOf(view)}"
            ? definition.Groups[2].Value
            : throw new ContextException(
                $"athena/views/{view.Name}.sql is missing or does not begin with CREATE OR REPLACE VIEW {Names.Database}.{view.Name} AS.");
    }

    /// <summary>The name of a view in this stage.</summary>
    /// <param name="view">The view.</param>
    /// <returns>The name.</returns>
    public string NameOf(View view) => names.Table + view.Name[Names.Table.Length..];

    private string Read(string path) => TableName().Replace(
        File.ReadAllText(path).ReplaceLineEndings("\n"), match => $"{names.Database}.{names.Table}{match.Groups[1].Value}");

    [GeneratedRegex($@"\b{Names.Database}\.{Names.Table}(\w*)")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A(?:\s*--[^\n]*\n)*\s*CREATE OR REPLACE VIEW (\S+) AS\s+(.+?);?\s*\z", RegexOptions.Singleline)]
    private static partial Regex CreateView();
}
