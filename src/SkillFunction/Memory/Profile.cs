using System.Text.Json.Nodes;

namespace SkillFunction.Memory;

/// <summary>What the skill remembers of a user.</summary>
/// <param name="Name">The first name; null where it is not known.</param>
/// <param name="LastMatch">The last match; null where there was none.</param>
internal sealed record Profile(string? Name = null, LastMatch? LastMatch = null)
{
    private const string NameKey = "name";
    private const string LastMatchKey = "lastMatch";

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Name is null && LastMatch is null;

    /// <summary>Reads stored attributes; values of another shape count as absent.</summary>
    /// <returns>What they say.</returns>
    public static Profile Read(JsonObject attributes, out string[] unreadable)
    {
        var (name, match) = (attributes[NameKey], attributes[LastMatchKey]);
        var profile = new Profile(StoredText.Read(name), Memory.LastMatch.Read(match));
        unreadable =
        [
            .. name is not null && profile.Name is null ? [NameKey] : Array.Empty<string>(),
            .. match is not null && profile.LastMatch is null ? [LastMatchKey] : Array.Empty<string>(),
        ];
        return profile;
    }

    /// <summary>Puts what is known into stored attributes; all others stay.</summary>
    public void WriteTo(JsonObject attributes)
    {
        if (StoredText.Cap(Name) is { } name)
        {
            attributes[NameKey] = name;
        }

        if (LastMatch is { } match)
        {
            attributes[LastMatchKey] = match.ToJson();
        }
    }
}
