using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>The key at which a page ended, as text that fits a URL.</summary>
internal static class PageToken
{
    /// <summary>Writes the token of the next page.</summary>
    public static string? Encode(Dictionary<string, AttributeValue>? lastKey) =>
        lastKey is { Count: > 0 } ? Base64Url.EncodeToString(AttributeJson.ToUtf8(new AttributeValue { M = lastKey }).Span) : null;

    /// <summary>Reads a token.</summary>
    /// <exception cref="ArgumentException">The text is no token.</exception>
    public static Dictionary<string, AttributeValue>? Decode(string? token)
    {
        if (token is null)
        {
            return null;
        }

        try
        {
            var json = Base64Url.DecodeFromUtf8(Encoding.ASCII.GetBytes(token));
            return AttributeJson.Parse(json).M ?? throw new FormatException("It is no key.");
        }
        catch (Exception garbage) when (garbage is FormatException or JsonException)
        {
            throw new ArgumentException("The continuation token is not one that a page of this table gave.", nameof(token), garbage);
        }
    }
}
