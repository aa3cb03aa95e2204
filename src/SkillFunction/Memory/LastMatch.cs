using System.Text.Json.Nodes;

namespace SkillFunction.Memory;

/// <summary>A breed that was recommended, and the wish that it suits, in the catalog's words.</summary>
/// <param name="Breed">The breed.</param>
/// <param name="Size">How big.</param>
/// <param name="Temperament">What for.</param>
/// <param name="Energy">How lively.</param>
internal sealed record LastMatch(string Breed, string Size, string Temperament, string Energy)
{
    /// <summary>Reads what is stored.</summary>
    /// <returns>The match; null where the value is anything else.</returns>
    public static LastMatch? Read(JsonNode? node) =>
        node is JsonObject match
        && StoredText.Read(match["breed"]) is { } breed
        && StoredText.Read(match["size"]) is { } size
        && StoredText.Read(match["temperament"]) is { } temperament
        && StoredText.Read(match["energy"]) is { } energy
            ? new LastMatch(breed, size, temperament, energy)
            : null;

    /// <summary>The match as it is stored.</summary>
    /// <returns>The value.</returns>
    public JsonObject ToJson() => new()
    {
        ["breed"] = StoredText.Cap(Breed),
        ["size"] = StoredText.Cap(Size),
        ["temperament"] = StoredText.Cap(Temperament),
        ["energy"] = StoredText.Cap(Energy),
    };
}
