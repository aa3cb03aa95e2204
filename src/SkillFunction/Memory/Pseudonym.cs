using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Analytics;

namespace SkillFunction.Memory;

/// <summary>The random id by which analytics know a user, among the user's stored attributes.</summary>
internal static class Pseudonym
{
    /// <summary>Finds the id, or gives one.</summary>
    /// <returns>The id.</returns>
    public static string Of(JsonObject attributes)
    {
        if (StoredText.Read(attributes[Pseudonyms.AttributeName]) is { } known && Pseudonyms.IsPseudonym(known))
        {
            return known;
        }

        var id = RandomNumberGenerator.GetHexString(Pseudonyms.Length, lowercase: true);
        attributes[Pseudonyms.AttributeName] = id;
        return id;
    }
}
