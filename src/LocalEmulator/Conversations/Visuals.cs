using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>Tells in one line what a response shows.</summary>
internal static class Visuals
{
    /// <summary>A card of the Alexa app.</summary>
    /// <param name="card">The card.</param>
    /// <returns>Its title and text; its type where it has neither; null where there is no card.</returns>
    public static string? Card(JsonElement card)
    {
        string?[] texts = [card.Text("title"), card.Text("content") ?? card.Text("text")];
        return card.ValueKind == JsonValueKind.Object ? Line(texts.OfType<string>(), ": ") ?? card.Text("type") : null;
    }

    /// <summary>The documents that a response puts on a screen.</summary>
    /// <param name="directives">The response's directives.</param>
    /// <returns>The texts of their data, else of the documents themselves; null where nothing is shown.</returns>
    public static string? Screen(IEnumerable<JsonElement> directives)
    {
        var documents = directives.Where(directive => directive.Text("type") == "Alexa.Presentation.APL.RenderDocument").ToArray();
        return documents.Length == 0
            ? null
            : Line(documents.SelectMany(document => Texts(document.Find("datasources"), _ => true)), " | ")
                ?? Line(documents.SelectMany(document => Texts(document.Find("document"), name => name == "text")), " | ")
                ?? "an APL document";
    }

    /// <summary>What is said of types, and what is bound to data elsewhere, is no text to show.</summary>
    private static IEnumerable<string> Texts(JsonElement element, Func<string, bool> isText, string name = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value, isText, property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, isText, name)),
        JsonValueKind.String when name != "type" && isText(name) && !element.GetString()!.Contains("${", StringComparison.Ordinal) =>
            [element.GetString()!],
        _ => [],
    };

    private static string? Line(IEnumerable<string> texts, string separator)
    {
        var line = string.Join(separator, texts.Where(text => !string.IsNullOrWhiteSpace(text)));
        return line.Length > 0 ? line.ReplaceLineEndings(" ") : null;
    }
}
