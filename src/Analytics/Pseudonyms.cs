namespace Analytics;

/// <summary>What a pseudonym of the column <c>user_id</c> looks like, and where it is kept.</summary>
public static class Pseudonyms
{
    /// <summary>The attribute, among a user's stored attributes, that holds it.</summary>
    public const string AttributeName = "pseudonym";

    /// <summary>How many lower-case hexadecimal digits it has.</summary>
    public const int Length = 32;

    /// <summary>Whether a text is a pseudonym.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it has a pseudonym's form; an Alexa user id has not.</returns>
    public static bool IsPseudonym(string text) => text is { Length: Length } && text.All(char.IsAsciiHexDigitLower);
}
