using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SkillFunction.Memory;

/// <summary>The random id by which analytics know a user, among the user's stored attributes.</summary>
internal static class Pseudonym
{
    private const string Key = "pseudonym";
    private const int Bytes = 16;

    /// <summary>Finds the id, or gives one.</summary>
    /// <returns>The id.</returns>
    public static string Of(JsonObject attributes)
    {
        if (StoredText.Read(attributes[Key]) is { Length: 2 * Bytes } known && known.All(char.IsAsciiHexDigitLower))
        {
            return known;
        }

        var id = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
        attributes[Key] = id;
        return id;
    }
}
