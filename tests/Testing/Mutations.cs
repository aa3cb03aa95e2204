using System.Text.Json;
using System.Text.Json.Nodes;

namespace Testing;

/// <summary>A document in which one value is left out, or is of another type.</summary>
/// <param name="Name">What was changed, such as <c>request.type = []</c>.</param>
/// <param name="Json">The document.</param>
public sealed record Mutations(string Name, JsonNode Json)
{
    // One of each type, and some that hold more than they seem to.
    private static readonly string[] Values =
        ["null", "true", "42", "-1e400", "\"text\"", "\"\"", "[]", "{}", "[[1]]", "{\"a\":{\"b\":1}}", "[null,7,{\"type\":[]}]"];

    /// <summary>Changes each value of a document in turn, at every depth, to one of every kind but its own, and to none.</summary>
    /// <param name="root">The document.</param>
    /// <returns>The changed documents.</returns>
    public static IEnumerable<Mutations> Of(JsonNode root)
    {
        foreach (var path in Paths(root, []))
        {
            yield return Change(root, path, null);
            var original = path.Aggregate(root, Step)?.ToJsonString() ?? "null";
            foreach (var value in Values.Where(value => value != original))
            {
                yield return Change(root, path, value);
            }
        }
    }

    /// <summary>Changes one to four values of a document at once.</summary>
    /// <param name="root">The document.</param>
    /// <param name="random">Chooses the values, and what becomes of them.</param>
    /// <returns>The changed document.</returns>
    public static Mutations Some(JsonNode root, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var changed = new Mutations("", root);
        for (var changes = random.Next(1, 5); changes > 0 && Paths(changed.Json, []).ToArray() is { Length: > 0 } paths; changes--)
        {
            var value = random.Next(Values.Length + 1);
            var next = Change(changed.Json, paths[random.Next(paths.Length)], value < Values.Length ? Values[value] : null);
            changed = next with { Name = $"{changed.Name}{next.Name}; " };
        }

        return changed;
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject map => map.SelectMany(property => Deeper(property.Value, [.. path, property.Key])),
        JsonArray list => list.SelectMany((element, index) => Deeper(element, [.. path, index])),
        _ => [],
    };

    private static IEnumerable<object[]> Deeper(JsonNode? node, object[] path) => Paths(node, path).Prepend(path);

    private static JsonNode Step(JsonNode node, object step) => step is int index ? node[index]! : node[(string)step]!;

    private static Mutations Change(JsonNode root, object[] path, string? value)
    {
        var copy = root.DeepClone();
        var parent = path[..^1].Aggregate(copy, Step);
        switch (parent, path[^1])
        {
            case (JsonObject map, string key) when value is null:
                map.Remove(key);
                break;
            case (JsonArray list, int index) when value is null:
                list.RemoveAt(index);
                break;
            case (_, string key):
                parent[key] = JsonNode.Parse(value!);
                break;
            case (_, int index):
                parent[index] = JsonNode.Parse(value!);
                break;
            default:
                throw new JsonException("A path has names and positions only.");
        }

        return new Mutations($"{string.Join('.', path)} {(value is null ? "left out" : $"= {value}")}", copy);
    }
}
