using System.Text.Json;

namespace SkillFunction.Breeds;

/// <summary>
/// The HTTP look-up: <c>GET address?SSET=key</c> answers <c>{"result":[{"breed":"…"}]}</c>, the list empty where no breed suits.
/// </summary>
internal sealed class HttpBreeds(HttpClient http, Uri address)
{
    /// <summary>The longest reply that is read; a good one has some 50 bytes.</summary>
    public const int MaxReplyBytes = 64 * 1024;

    /// <summary>Finds the breed of a combination.</summary>
    /// <returns>The breed; null where the reply's list is empty.</returns>
    /// <exception cref="HttpRequestException">The service is out of reach, or answers with an error or with too much.</exception>
    /// <exception cref="JsonException">The reply is no JSON.</exception>
    /// <exception cref="FormatException">The reply is JSON of another shape.</exception>
    public async Task<string?> FindAsync(string key, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(AddressOf(key), cancellationToken);
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        using var json = JsonDocument.Parse(reply);
        return BreedIn(json.RootElement);
    }

    private Uri AddressOf(string key) => new UriBuilder(address)
    {
        Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 ? "&" : "")}SSET={Uri.EscapeDataString(key)}",
    }.Uri;

    private static string? BreedIn(JsonElement reply)
    {
        if (Property(reply, "result") is not { ValueKind: JsonValueKind.Array } result)
        {
            throw new FormatException("The look-up's reply has no list 'result'.");
        }

        if (result.GetArrayLength() == 0)
        {
            return null;
        }

        return Property(result[0], "breed") is { ValueKind: JsonValueKind.String } breed && !string.IsNullOrWhiteSpace(breed.GetString())
            ? breed.GetString()
            : throw new FormatException("The first of the look-up's results has no text 'breed'.");
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
