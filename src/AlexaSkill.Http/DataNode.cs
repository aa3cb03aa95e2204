using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlexaSkill.Http;

/// <summary>A value in stored data that is safe to walk: a step to what is not there gives an empty node, never an error.</summary>
/// <param name="Json">The value; null where there is none.</param>
public readonly record struct DataNode(JsonNode? Json)
{
    /// <summary>Whether there is no value, or JSON's null.</summary>
    public bool IsEmpty => Json is null;

    /// <summary>The value's text where it is text; null otherwise.</summary>
    public string? Text => Json is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Steps to a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <returns>Its value, or an empty node.</returns>
    public DataNode this[string key] => new(Json is JsonObject values && values.TryGetPropertyValue(key, out var value) ? value : null);

    /// <summary>Steps to an element of a list.</summary>
    /// <param name="index">The element's place, from 0.</param>
    /// <returns>Its value, or an empty node.</returns>
    public DataNode this[int index] => new(Json is JsonArray list && index >= 0 && index < list.Count ? list[index] : null);

    /// <summary>The value as JSON; nothing where there is none.</summary>
    /// <returns>JSON text.</returns>
    public override string ToString() => Json?.ToJsonString() ?? "";
}
