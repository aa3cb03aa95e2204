using System.Text.Json.Nodes;
using static LocalAthena.SyntaxTree;

namespace LocalAthena;

/// <summary>
/// Makes a parsed query in Athena's dialect DuckDB's: what DuckDB would answer otherwise becomes what gives Athena's answer. The query is
/// the tree of DuckDB's json_serialize_sql.
/// </summary>
internal sealed class Dialect(AthenaFunctions functions, string database, IReadOnlySet<string> tables)
{
    private static readonly HashSet<string> Operators = ["+", "-", "*", "/", "%", "||", "~~", "!~~"];

    /// <summary>What the parser itself calls, in schema main, for syntax that Athena has, too.</summary>
    private static readonly HashSet<string> ParsersOwn =
        ["date_part", "like_escape", "ltrim", "not_like_escape", "position", "row", "rtrim", "substring", "trim"];

    /// <summary>Casts by the type they lead to, and the macros that check what is cast.</summary>
    private static readonly Dictionary<string, string> Casts = new(StringComparer.Ordinal)
    {
        ["TINYINT"] = "_whole",
        ["SMALLINT"] = "_whole",
        ["INTEGER"] = "_whole",
        ["BIGINT"] = "_whole",
        ["BOOLEAN"] = "_boolean",
        ["DATE"] = "_date",
        ["TIMESTAMP"] = "_timestamp",
        ["TIMESTAMP WITH TIME ZONE"] = "_timestamp",
        ["VARCHAR"] = "_text",
    };

    /// <summary>The names of an answer's columns as Athena gives them; null where a * hides which is which.</summary>
    public static IReadOnlyList<string>? ColumnNames(JsonObject query)
    {
        var node = query["node"]!;
        while (node["left"] is JsonObject left)
        {
            node = left;
        }

        var expressions = node["select_list"]?.AsArray() ?? [];
        return expressions.Any(expression => Text(expression, "class") == "STAR")
            ? null
            : [.. expressions.Select((expression, i) => Text(expression, "alias") is { Length: > 0 } alias
                ? alias
                : expression!["column_names"] is JsonArray path ? path[^1]!.GetValue<string>() : $"_col{i}")];
    }

    /// <summary>Checks a query and makes it DuckDB's.</summary>
    /// <exception cref="AthenaException">It says what Athena does not know, or what is not known here.</exception>
    public void Adapt(JsonObject query)
    {
        Visit(query, new DialectRules(query, database, tables));
    }

    private void Visit(JsonNode? node, DialectRules rules)
    {
        foreach (var child in Children(node))
        {
            Visit(child, rules);
        }

        if (node is JsonObject part)
        {
            rules.Check(part);
            Adapt(part, Text(part, "class"));
        }
    }

    private void Adapt(JsonObject part, string? kind)
    {
        switch (kind)
        {
            case "FUNCTION" or "WINDOW":
                AdaptFunction(part);
                break;
            case "OPERATOR" when Text(part, "type") == "ARRAY_EXTRACT":
                Become(part, "_subscript", part["children"]!.AsArray());
                break;
            case "CONSTANT" when Text(part["value"]!["type"], "id") == "DOUBLE":
                KeepDouble(part);
                break;
            case "CAST" when Casts.TryGetValue(Text(part["cast_type"], "id")!, out var check) && !IsPlain(part["child"]!, check):
                var child = part["child"]!.DeepClone();
                part["child"] = Call(check, [child, Constant("BOOLEAN", !part["try_cast"]!.GetValue<bool>())]);
                break;
        }
    }

    /// <summary>Makes a number with an exponent a cast, since DuckDB would write it as a decimal.</summary>
    private static void KeepDouble(JsonObject constant)
    {
        var alias = Text(constant, "alias");
        var text = constant["value"]!["value"]!.ToJsonString();
        constant.Clear();
        constant["class"] = "CAST";
        constant["type"] = "OPERATOR_CAST";
        constant["alias"] = alias;
        constant["query_location"] = 0;
        constant["child"] = Constant("VARCHAR", text);
        constant["cast_type"] = new JsonObject { ["id"] = "DOUBLE", ["type_info"] = null };
        constant["try_cast"] = false;
    }

    private void AdaptFunction(JsonObject call)
    {
        var name = Text(call, "function_name")!.ToLowerInvariant();
        var arguments = call["children"]!.AsArray();
        if (call["is_operator"]?.GetValue<bool>() is true)
        {
            AdaptOperator(call, name, arguments);
            return;
        }

        var schema = Text(call, "schema");
        if (schema is { Length: > 0 } && !(schema == "main" && Text(call, "catalog") is not { Length: > 0 } && ParsersOwn.Contains(name)))
        {
            throw new AthenaException(name is "list_value" or "struct_pack" or "timezone"
                ? $"the syntax of {(name == "list_value" ? "[1, 2]" : name == "timezone" ? "AT TIME ZONE" : "{'a': 1}")} is not known here"
                : functions.Refusal($"{schema}.{name}"));
        }

        if (name == "date_part" && schema == "main")
        {
            name = arguments[0]!["value"]!["value"]!.GetValue<string>().ToLowerInvariant();
            arguments.RemoveAt(0);
        }

        if (!functions.Knows(name) && !ParsersOwn.Contains(name))
        {
            throw new AthenaException(functions.Refusal(name));
        }

        if (name == "approx_distinct")
        {
            call["distinct"] = true;
        }
        else if (name == "avg")
        {
            var averaged = arguments[0]!.DeepClone();
            arguments[0] = Call("_averaged", [averaged]);
        }

        call["schema"] = "";
        call["function_name"] = AthenaFunctions.NameInDuckDb(name, arguments.Count);
    }

    private static void AdaptOperator(JsonObject call, string name, JsonArray operands)
    {
        if (!Operators.Contains(name))
        {
            throw DialectRules.Unknown($"the operator {name}");
        }

        if (name == "-" && operands.Count == 2 && operands.All(IsDate))
        {
            throw new AthenaException("a date minus a date is an interval in Athena and is not answered here; use date_diff('day', a, b)");
        }

        var macro = name switch
        {
            "/" => "_divide",
            "%" => "_modulo",
            "+" when operands.Count == 2 && IsInterval(operands[1]) => "_plus",
            "-" when operands.Count == 2 && IsInterval(operands[1]) => "_minus",
            _ => null,
        };
        if (macro is not null)
        {
            call["function_name"] = macro;
            call["is_operator"] = false;
        }
    }

    private static bool IsInterval(JsonNode? node) => Text(node, "function_name")?.StartsWith("to_", StringComparison.Ordinal) is true;

    private static bool IsDate(JsonNode? node) =>
        (Text(node, "class") == "CAST" && Text(node!["cast_type"], "id") == "DATE")
        || Text(node, "function_name") is "date" or "from_iso8601_date" or "last_day_of_month"
        || (node?["column_names"] is JsonArray { Count: 1 } path && path[0]!.GetValue<string>() == "current_date");

    /// <summary>Whether a cast needs no check: what is cast is NULL, a number of the query's text, or a date in its usual form.</summary>
    private static bool IsPlain(JsonNode child, string check) =>
        (Text(child, "function_name") == "trunc" && check == "_whole")
        || child["value"]?["is_null"]?.GetValue<bool>() is true
        || (Text(child, "class") == "CONSTANT"
            && child["value"]!["value"] is JsonValue value
            && value.TryGetValue<string>(out var text)
            && check switch
            {
                "_whole" => text.Length > 0 && text.All(char.IsAsciiDigit),
                "_boolean" => text is "t" or "f",
                "_date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
                "_timestamp" => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", null, System.Globalization.DateTimeStyles.None, out _),
                _ => true,
            });
}
