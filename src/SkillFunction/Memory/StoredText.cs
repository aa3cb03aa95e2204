using System.Text.Json.Nodes;

namespace SkillFunction.Memory;

/// <summary>Texts that are kept for a user: short ones on their way in, and on their way out, for others may write there too.</summary>
internal static class StoredText
{
    /// <summary>The most that is kept of a text, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    /// <summary>Reads a stored text.</summary>
    /// <returns>The text, trimmed and capped; null where there is none.</returns>
    public static string? Read(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? Cap(text) : null;

    /// <summary>Trims and caps a text; no character is cut in two.</summary>
    /// <returns>The text to keep; null where nothing is left.</returns>
    public static string? Cap(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length > MaxLength)
        {
            trimmed = trimmed[..(char.IsHighSurrogate(trimmed[MaxLength - 1]) ? MaxLength - 1 : MaxLength)].TrimEnd();
        }

        return trimmed.Length > 0 ? trimmed : null;
    }
}
