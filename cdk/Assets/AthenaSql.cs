using System.Text.RegularExpressions;
using Analytics;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>A query of the folder <c>athena/queries</c>, in the names of a stage.</summary>
internal sealed record SavedQuery(string Name, string Question, string Sql);

/// <summary>The SQL of the folder <c>athena</c>, in the names of a stage.</summary>
/// <param name="folder">The folder.</param>
/// <param name="published">The names that its files have.</param>
/// <param name="database">The database in this stage.</param>
/// <param name="table">The table in this stage.</param>
internal sealed partial class AthenaSql(string folder, PipelineNames published, string database, string table)
{
    private readonly string rollUp = $"{published.Table}_daily";
    private readonly Regex tableName = new($@"\b{published.Database}\.{published.Table}(\w*)");
    private readonly Regex deliveredTable = new($@"\b{published.Database}\.{published.Table}\b");
    private readonly Regex turnsOrView = new($@"\b{published.Database}\.{published.Table}(_turns|_hits|_dialogs)\b");

    /// <summary>The queries, by the name of their files.</summary>
    public IEnumerable<SavedQuery> Queries() => Queries("", sql => sql);

    /// <summary>The same over the roll-up, but for those about the delivered lines themselves.</summary>
    public IEnumerable<SavedQuery> RolledUpQueries() => Queries("-daily", sql => deliveredTable.IsMatch(sql) ? null : RolledUp(sql));

    /// <summary>The statement that takes finished days into the roll-up.</summary>
    public string Merge() => InStage(Read("rollup", "merge"));

    /// <summary>The roll-up's name in this stage.</summary>
    public string RollUpName => NameOf(rollUp);

    /// <summary>What a view selects.</summary>
    public string Definition(View view) => Definition(view, NameOf(view), sql => sql);

    /// <summary>What the same view over the roll-up selects.</summary>
    public string RolledUpDefinition(View view) => Definition(view, RolledUpNameOf(view), RolledUp);

    /// <summary>The name of a view in this stage.</summary>
    public string NameOf(View view) => NameOf(view.Name);

    /// <summary>The name in this stage of the same view over the roll-up.</summary>
    public string RolledUpNameOf(View view) => NameOf(rollUp + view.Name[published.Table.Length..]);

    private string NameOf(string name) => table + name[published.Table.Length..];

    private string Definition(View view, string name, Func<string, string> variant)
    {
        var definition = CreateView().Match(InStage(variant(Read("views", view.Name))));
        return definition.Success && definition.Groups[1].Value == $"{database}.{name}"
            ? definition.Groups[2].Value
            : throw new ContextException(
                $"athena/views/{view.Name}.sql is missing or does not begin with CREATE OR REPLACE VIEW {published.Database}.{view.Name} AS.");
    }

    private IEnumerable<SavedQuery> Queries(string suffix, Func<string, string?> variant) =>
        from path in Directory.GetFiles(Path.Combine(folder, "queries"), "*.sql").Order(StringComparer.Ordinal)
        let name = Path.GetFileNameWithoutExtension(path)
        let sql = variant(Read("queries", name))
        where sql is not null
        select new SavedQuery(name + suffix, sql.Split('\n')[0].TrimStart('-', ' ').TrimEnd(), InStage(sql));

    /// <summary>The roll-up in place of the turns, the views over it in place of those over them, and its dates in place of days as text.</summary>
    private string RolledUp(string sql) => DayAgo().Replace(
        turnsOrView.Replace(sql, match => $"{published.Database}.{rollUp}{(match.ValueSpan.EndsWith("_turns") ? "" : match.Groups[1].Value)}"), "$1");

    private string Read(string kind, string name) => Path.Combine(folder, kind, $"{name}.sql") is var path && File.Exists(path)
        ? File.ReadAllText(path).ReplaceLineEndings("\n")
        : "";

    private string InStage(string sql) => tableName.Replace(sql, match => $"{database}.{table}{match.Groups[1].Value}");

    [GeneratedRegex(@"\bdate_format\((current_date - interval '[0-9]+' day), '%Y/%m/%d'\)")]
    private static partial Regex DayAgo();

    [GeneratedRegex(@"\A(?:\s*--[^\n]*\n)*\s*CREATE OR REPLACE VIEW (\S+) AS\s+(.+?);?\s*\z", RegexOptions.Singleline)]
    private static partial Regex CreateView();
}
