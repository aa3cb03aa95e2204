using System.Text.Json.Nodes;
using static LocalAthena.SyntaxTree;

namespace LocalAthena;

/// <summary>Refuses what is not in Athena's dialect, and what reads anything but the tables.</summary>
internal sealed class DialectRules
{
    private static readonly HashSet<string> Sources = ["BASE_TABLE", "SUBQUERY", "JOIN", "EMPTY", "EXPRESSION_LIST", "TABLE_FUNCTION"];

    private static readonly HashSet<string> HiddenColumns =
        new(["$path", "$bucket", "$partition", "$file_size", "$file_modified_time"], StringComparer.OrdinalIgnoreCase);

    private readonly string database;
    private readonly IReadOnlySet<string> tables;

    /// <summary>The names that the query itself gives by WITH.</summary>
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public DialectRules(JsonObject query, string database, IReadOnlySet<string> tables)
    {
        (this.database, this.tables) = (database, tables);
        FindNames(query);
    }

    /// <summary>Refuses a part of the language.</summary>
    public static AthenaException Unknown(string what) => new($"{what} is none of Athena's, or not known here");

    /// <summary>Checks one node of the query.</summary>
    /// <exception cref="AthenaException">Athena does not know it, or it is not known here.</exception>
    public void Check(JsonObject part)
    {
        var type = Text(part, "type");
        if (part.ContainsKey("sample") && !Sources.Contains(type!) && type != "SELECT_NODE")
        {
            throw Unknown($"a source of the kind {type}");
        }

        switch (type)
        {
            case "BASE_TABLE":
                CheckTable(part);
                break;
            case "COLUMN_REF" when part["column_names"]!.AsArray()[^1]!.GetValue<string>() is var column && HiddenColumns.Contains(column):
                throw new AthenaException($"the hidden column \"{column}\" is Athena's and not known here");
            case "TABLE_FUNCTION" when Text(part["function"], "function_name") != "unnest":
                throw new AthenaException($"the function {Text(part["function"], "function_name")} is not among Athena's; UNNEST alone stands in FROM");
            case "JOIN" when Text(part, "join_type") is not ("INNER" or "LEFT" or "RIGHT" or "OUTER") || Text(part, "ref_type") is not ("REGULAR" or "CROSS"):
                throw Unknown($"a join of the kind {Text(part, "ref_type")} {Text(part, "join_type")}");
            case "SELECT_NODE" when part["qualify"] is not null || part["sample"] is not null:
                throw Unknown(part["qualify"] is null ? "a sample" : "QUALIFY");
            case "SELECT_NODE" when Text(part, "aggregate_handling") is not "STANDARD_HANDLING":
                throw Unknown("GROUP BY ALL");
            case "STAR" when part["columns"]!.GetValue<bool>() || part["expr"] is not null || HasAny(part, "exclude_list", "replace_list", "rename_list", "qualified_exclude_list"):
                throw Unknown("a * with EXCLUDE, REPLACE or COLUMNS, or ORDER BY ALL");
            case "DISTINCT_MODIFIER" when HasAny(part, "distinct_on_targets"):
                throw Unknown("DISTINCT ON");
            case "LIMIT_PERCENT_MODIFIER" or "ARRAY_SLICE" or "POSITIONAL_REFERENCE" or "VALUE_PARAMETER":
                throw Unknown($"the syntax of {type}");
            case "SET_OPERATION_NODE" when Text(part, "setop_type") is not ("UNION" or "EXCEPT" or "INTERSECT"):
                throw Unknown($"{Text(part, "setop_type")}");
        }
    }

    private void CheckTable(JsonObject table)
    {
        var (catalog, schema, name) = (Text(table, "catalog_name")!, Text(table, "schema_name")!, Text(table, "table_name")!);
        var isOwn = schema.Length == 0 && names.Contains(name);
        var isKnown = (catalog.Length == 0 || catalog.Equals(DuckDb.Catalog, StringComparison.OrdinalIgnoreCase))
            && (schema.Length == 0 || schema.Equals(database, StringComparison.OrdinalIgnoreCase))
            && tables.Contains(name);
        if (!isOwn && !isKnown)
        {
            throw new AthenaException(
                $"the table {name} does not exist; there are {string.Join(", ", tables.Order(StringComparer.Ordinal))}");
        }
    }

    private void FindNames(JsonNode? node)
    {
        foreach (var child in Children(node))
        {
            FindNames(child);
        }

        if (node is JsonObject && node["cte_map"]?["map"] is JsonArray entries)
        {
            names.UnionWith(entries.Select(entry => Text(entry, "key")!));
        }
    }

    private static bool HasAny(JsonObject part, params ReadOnlySpan<string> lists)
    {
        foreach (var list in lists)
        {
            if (part[list] is JsonArray { Count: > 0 })
            {
                return true;
            }
        }

        return false;
    }
}
