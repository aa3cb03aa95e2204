using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LocalEmulator.Web;

/// <summary>Says what is wrong with a request's body in the API's own words: what was found, and what is allowed.</summary>
internal static class BodyFlaw
{
    private const int MaxShown = 60;

    /// <summary>The first flaw; null where the body can be read.</summary>
    /// <exception cref="InvalidOperationException">It holds bytes or escapes that are no text.</exception>
    public static string? Find(JsonElement body, JsonTypeInfo type)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return $"The body is {Shown(body)}; it has to be an object.";
        }

        return body.EnumerateObject().Select(member => Find(member, type))
            .Concat(type.Properties.Select(property => FindMissing(body, property)))
            .FirstOrDefault(flaw => flaw is not null);
    }

    private static string? Find(JsonProperty member, JsonTypeInfo type)
    {
        var property = type.Properties.FirstOrDefault(property => property.Name == member.Name);
        return property is null
            ? $"The body has {member.Name}, which is unknown; it may have {Joined([.. type.Properties.Select(known => known.Name)], "and")}."
            : BrokenPath(member.Value, property) switch
            {
                null => null,
                "$" => $"{property.Name} is {Shown(member.Value)}; it has to be {Allowed(property)}.",
                var inner => $"{property.Name}{inner[1..]} is not what it has to be.",
            };
    }

    private static string? FindMissing(JsonElement body, JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: false } && !body.TryGetProperty(property.Name, out _)
            ? $"{property.Name} is missing; it has to be {Allowed(property)}."
            : null;

    /// <summary>Where a value can't be read, from <c>$</c>, which is the value itself; null where it can.</summary>
    private static string? BrokenPath(JsonElement value, JsonPropertyInfo property)
    {
        try
        {
            var read = value.Deserialize(property.Options.GetTypeInfo(property.PropertyType));
            return read is null && property.AssociatedParameter is { IsNullable: false } ? "$" : null;
        }
        catch (JsonException broken)
        {
            return broken.Path ?? "$";
        }
    }

    private static string Allowed(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type.IsEnum ? Joined([.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)], "or")
            : type == typeof(string) ? "a text"
            : type == typeof(int) ? $"a whole number up to {int.MaxValue}"
            : type == typeof(long) ? $"a whole number up to {long.MaxValue}"
            : type == typeof(JsonElement) ? "JSON"
            : "an object";
    }

    private static string Joined(string[] names, string word) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} {word} {names[^1]}";

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length > MaxShown ? $"{text[..MaxShown]}…" : text;
    }
}
