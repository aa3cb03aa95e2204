using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAthena;

/// <summary>A query of DuckDB's dialect.</summary>
/// <param name="Sql">The query.</param>
/// <param name="ColumnNames">The names of its columns in Athena; null where they are DuckDB's.</param>
internal sealed record TranslatedQuery(string Sql, IReadOnlyList<string>? ColumnNames);

/// <summary>Makes Athena's queries DuckDB's; answers by itself which tables, columns and functions there are.</summary>
internal sealed class QueryTranslator
{
    private const string Answered = "SELECT, WITH, VALUES, SHOW TABLES, SHOW FUNCTIONS and DESCRIBE are answered here";
    private const int MaxDepth = 1_000;

    private readonly DuckDb duckDb;
    private readonly string database;
    private readonly HashSet<string> defined = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> tables;
    private readonly Dialect dialect;

    public QueryTranslator(DuckDb duckDb, string database, IEnumerable<string> tables)
    {
        (this.duckDb, this.database) = (duckDb, database);
        this.tables = new HashSet<string>(tables, StringComparer.OrdinalIgnoreCase);
        defined.UnionWith(this.tables);
        dialect = new Dialect(duckDb.Functions, database, this.tables);
    }

    /// <summary>Makes a table known that is in no definition.</summary>
    public void AddTable(string name)
    {
        if (defined.Contains(name))
        {
            throw new AthenaException($"The table {name} is one of the definitions'.");
        }

        tables.Add(name);
    }

    /// <summary>Makes a view.</summary>
    /// <exception cref="AthenaException">The statement is none that makes a view, or its query is not known here.</exception>
    public async Task CreateViewAsync(SqlText sql, CancellationToken cancellationToken)
    {
        var start = sql.Tokens.ToList().FindIndex(token => token.Is("AS"));
        var name = ViewName(sql) is { } found && start > 0 ? found : throw new AthenaException($"The definition is neither a table nor a view: {sql.Sql}");
        var query = await TranslateAsync(new SqlText(sql.Sql[sql.Tokens[start].End..]), cancellationToken);
        await duckDb.ExecuteAsync($"CREATE VIEW {name} AS {query.Sql}", cancellationToken);
        tables.Add(name);
        defined.Add(name);
    }

    /// <summary>The answer to SHOW FUNCTIONS and SHOW TABLES; null for anything else.</summary>
    public QueryAnswer? AnswerAboutSchema(SqlText sql)
    {
        var isWhole = sql.Tokens.Count == 2 || (sql.Tokens.Count == 3 && sql.Tokens[2].Is(";"));
        return !isWhole ? null
            : sql.BeginsWith("SHOW", "FUNCTIONS") ? List("function", duckDb.Functions.Names)
            : sql.BeginsWith("SHOW", "TABLES") ? List("tab_name", tables.Order(StringComparer.Ordinal))
            : null;
    }

    public static bool IsDescribe(SqlText sql) => sql.BeginsWith("DESCRIBE") || sql.BeginsWith("DESC");

    /// <summary>The answer to DESCRIBE: the columns of a table.</summary>
    public static QueryAnswer Describe(QueryAnswer table) => new(
        [new AnswerColumn("col_name", "varchar"), new AnswerColumn("data_type", "varchar"), new AnswerColumn("comment", "varchar")],
        [.. table.Columns.Select(column => (object?[])[column.Name, column.Type, ""])]);

    /// <exception cref="AthenaException">It is no query, or says what Athena does not know, or what is not known here.</exception>
    public async Task<TranslatedQuery> TranslateAsync(SqlText sql, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = await ParseAsync(sql, cancellationToken);
            var names = Dialect.ColumnNames(parsed);
            dialect.Adapt(parsed);
            var tree = Write(new JsonObject { ["error"] = false, ["statements"] = new JsonArray(parsed.DeepClone()) });
            return new TranslatedQuery(await duckDb.ReadTextAsync("SELECT json_deserialize_sql($1::JSON)", tree, cancellationToken), names);
        }
        catch (AthenaException refusal)
        {
            throw new AthenaException($"The query failed: {refusal.Message}", refusal);
        }
    }

    private async Task<JsonObject> ParseAsync(SqlText sql, CancellationToken cancellationToken)
    {
        if (IsDescribe(sql))
        {
            sql = new SqlText($"SELECT * FROM {string.Concat(sql.Tokens.Skip(1).Where(token => !token.Is(";")).Select(token => token.Text))} LIMIT 0");
        }

        CheckKind(sql);
        var json = await duckDb.ReadTextAsync("SELECT json_serialize_sql($1::VARCHAR)", sql.ForParser, cancellationToken);
        JsonNode parsed;
        try
        {
            parsed = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth })!;
        }
        catch (JsonException)
        {
            throw new AthenaException("it is nested too deeply");
        }

        if (parsed["error"]!.GetValue<bool>())
        {
            throw new AthenaException(parsed["error_type"]!.GetValue<string>() == "parser" ? SyntaxError(sql, parsed) : $"it is more than one query; {Answered}");
        }

        var statements = parsed["statements"]!.AsArray();
        return statements.Count == 1 ? statements[0]!.AsObject() : throw new AthenaException($"it is {statements.Count} statements; one at a time is answered");
    }

    /// <summary>Says what a statement is that is no query.</summary>
    private void CheckKind(SqlText sql)
    {
        if (sql.Tokens.Count == 0)
        {
            throw new AthenaException($"it is empty; {Answered}");
        }

        if (ViewName(sql) is { } view)
        {
            throw new AthenaException(tables.Contains(view)
                ? $"it is the definition of the view {view}, which is known here: ask SELECT * FROM {view}"
                : $"it is the definition of a view, which belongs into Athena's console; {Answered}");
        }

        if (sql.Tokens[0] is { Kind: SqlTokenKind.Word } first && !first.Is("SELECT") && !first.Is("WITH") && !first.Is("VALUES"))
        {
            var start = string.Join(' ', sql.Tokens.TakeWhile(token => token.Kind == SqlTokenKind.Word).Take(3).Select(token => token.Text));
            throw new AthenaException($"it is no query but a statement for Athena's console ({start} …); {Answered}");
        }
    }

    private string? ViewName(SqlText sql)
    {
        if (!sql.BeginsWith("CREATE", "OR", "REPLACE", "VIEW") && !sql.BeginsWith("CREATE", "VIEW"))
        {
            return null;
        }

        var name = sql.Tokens.SkipWhile(token => !token.Is("VIEW")).Skip(1).TakeWhile(token => !token.Is("AS")).Select(token => token.Text.Trim('"')).ToList();
        return name is [var schema, ".", var table] && schema.Equals(database, StringComparison.OrdinalIgnoreCase) ? table : name is [var single] ? single : null;
    }

    private static string SyntaxError(SqlText sql, JsonNode error)
    {
        var message = error["error_message"]!.GetValue<string>();
        if (error["position"] is not { } position)
        {
            return message;
        }

        var (line, column) = sql.Locate(int.Parse(position.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}:{column}: {message}");
    }

    private static string Write(JsonObject tree)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { MaxDepth = 2 * MaxDepth }))
        {
            tree.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static QueryAnswer List(string column, IEnumerable<string> values) =>
        new([new AnswerColumn(column, "varchar")], [.. values.Select(value => (object?[])[value])]);
}
