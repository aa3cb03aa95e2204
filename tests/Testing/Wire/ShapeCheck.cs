using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Testing.Wire;

/// <summary>Holds values to the shapes of a model, and collects what is wrong with them.</summary>
internal sealed class ShapeCheck(JsonElement shapes)
{
    private readonly List<string> faults = [];

    public IReadOnlyList<string> Faults => faults;

    public void Add(string path, string fault) => faults.Add($"{(path.Length == 0 ? "input" : path)} {fault}");

    public void Expect(string path, string? found, string wanted)
    {
        if (found != wanted)
        {
            Add(path, $"is '{found}', not '{wanted}'");
        }
    }

    /// <summary>Checks a value of a body in JSON.</summary>
    public void Value(string path, string shapeName, JsonElement value)
    {
        var shape = shapes.GetProperty(shapeName);
        var type = shape.GetProperty("type").GetString()!;
        switch (type, value.ValueKind)
        {
            case ("structure", JsonValueKind.Object):
                Structure(path, shape, value);
                break;
            case ("map", JsonValueKind.Object):
                Count(path, shape, value.EnumerateObject().Count(), "entries");
                foreach (var entry in value.EnumerateObject())
                {
                    Text($"{path} key", Shape(shape, "key"), entry.Name);
                    Value($"{path}.{entry.Name}", Shape(shape, "value"), entry.Value);
                }

                break;
            case ("list", JsonValueKind.Array):
                Count(path, shape, value.GetArrayLength(), "elements");
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Value($"{path}[{index}]", Shape(shape, "member"), element);
                }

                break;
            case ("blob", JsonValueKind.String) when value.TryGetBytesFromBase64(out var bytes):
                Count(path, shape, bytes.Length, "bytes");
                break;
            case ("string", JsonValueKind.String):
                Text(path, shapeName, value.GetString()!);
                break;
            case ("integer" or "long" or "float" or "double" or "timestamp", JsonValueKind.Number):
                Text(path, shapeName, value.GetRawText());
                break;
            case ("boolean", JsonValueKind.True or JsonValueKind.False):
                break;
            default:
                Add(path, $"is no {type}, but {value.ValueKind}");
                break;
        }
    }

    /// <summary>Checks a value of a path, a query or a header, or a scalar of a body.</summary>
    public void Text(string path, string shapeName, string text)
    {
        var shape = shapes.GetProperty(shapeName);
        var type = shape.GetProperty("type").GetString()!;
        if (type == "string")
        {
            Count(path, shape, new StringInfo(text).LengthInTextElements, "characters");
            if (shape.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, $"^(?:{pattern.GetString()})$"))
            {
                Add(path, $"is '{text}', which {pattern.GetString()} does not match");
            }

            if (shape.TryGetProperty("enum", out var values) && values.EnumerateArray().All(value => value.GetString() != text))
            {
                Add(path, $"is '{text}', not one of {string.Join(", ", values.EnumerateArray())}");
            }
        }
        else if (!Is(type, text))
        {
            Add(path, $"is '{text}', which is no {type}");
        }
        else if (type is "integer" or "long")
        {
            Count(path, shape, long.Parse(text, CultureInfo.InvariantCulture), "");
        }
    }

    private void Structure(string path, JsonElement shape, JsonElement value)
    {
        var members = shape.GetProperty("members");
        foreach (var property in value.EnumerateObject())
        {
            var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (members.TryGetProperty(property.Name, out var member))
            {
                Value(below, member.GetProperty("shape").GetString()!, property.Value);
            }
            else
            {
                Add(below, $"is not known; known are {string.Join(", ", members.EnumerateObject().Select(known => known.Name))}");
            }
        }

        var required = shape.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        foreach (var name in required.Where(name => !value.TryGetProperty(name, out _)))
        {
            Add(path, $"has no '{name}', which is required");
        }
    }

    private void Count(string path, JsonElement shape, long count, string unit)
    {
        if (shape.TryGetProperty("min", out var min) && count < min.GetInt64())
        {
            Add(path, $"is {count} {unit}, of at least {min}");
        }

        if (shape.TryGetProperty("max", out var max) && count > max.GetInt64())
        {
            Add(path, $"is {count} {unit}, of at most {max}");
        }
    }

    private static bool Is(string type, string text) => type switch
    {
        "boolean" => text is "true" or "false",
        "integer" or "long" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "float" or "double" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "timestamp" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => throw new NotSupportedException($"A {type} in this place is not known here."),
    };

    private static string Shape(JsonElement shape, string name) => shape.GetProperty(name).GetProperty("shape").GetString()!;
}
