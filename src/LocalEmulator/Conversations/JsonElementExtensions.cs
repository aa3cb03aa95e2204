using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>Looks into JSON whose shape is not certain.</summary>
internal static class JsonElementExtensions
{
    /// <summary>Finds a property.</summary>
    /// <param name="element">Any element.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>Its value; undefined where there is none.</returns>
    public static JsonElement Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Finds a property that holds text.</summary>
    /// <param name="element">Any element.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>Its text; null where there is none.</returns>
    public static string? Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
