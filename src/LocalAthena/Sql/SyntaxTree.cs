using System.Text.Json.Nodes;

namespace LocalAthena;

/// <summary>Reads and makes nodes of a parsed query, as DuckDB's json_serialize_sql writes them.</summary>
internal static class SyntaxTree
{
    public static string? Text(JsonNode? node, string name) =>
        node is JsonObject part && part[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static List<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject part => [.. part.Select(entry => entry.Value)],
        JsonArray list => [.. list],
        _ => [],
    };

    public static void Become(JsonObject part, string function, JsonArray arguments)
    {
        var alias = Text(part, "alias");
        part.Clear();
        foreach (var (name, value) in Call(function, [.. arguments.Select(argument => argument!.DeepClone())]).ToList())
        {
            part[name] = value?.DeepClone();
        }

        part["alias"] = alias;
    }

    public static JsonObject Call(string function, JsonArray arguments) => new()
    {
        ["class"] = "FUNCTION",
        ["type"] = "FUNCTION",
        ["alias"] = "",
        ["query_location"] = 0,
        ["function_name"] = function,
        ["schema"] = "",
        ["children"] = arguments,
        ["filter"] = null,
        ["order_bys"] = new JsonObject { ["type"] = "ORDER_MODIFIER", ["orders"] = new JsonArray() },
        ["distinct"] = false,
        ["is_operator"] = false,
        ["export_state"] = false,
        ["catalog"] = "",
    };

    public static JsonObject Constant(string type, JsonNode value) => new()
    {
        ["class"] = "CONSTANT",
        ["type"] = "VALUE_CONSTANT",
        ["alias"] = "",
        ["query_location"] = 0,
        ["value"] = new JsonObject
        {
            ["type"] = new JsonObject { ["id"] = type, ["type_info"] = null },
            ["is_null"] = false,
            ["value"] = value,
        },
    };
}
