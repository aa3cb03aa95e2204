using System.Text.Json;
using AlexaSkill.Responses;

namespace AlexaSimulator.Sessions;

/// <summary>Tells in one line what a response shows.</summary>
internal static class Shown
{
    public static string? Card(Card? card) => card switch
    {
        SimpleCard simple => Line([simple.Title, simple.Content], ": ") ?? "Simple",
        StandardCard standard => Line([standard.Title, standard.Text], ": ") ?? "Standard",
        LinkAccountCard => "LinkAccount",
        PermissionsCard => "AskForPermissionsConsent",
        _ => null,
    };

    /// <summary>The texts of the documents' data, else those of the documents themselves.</summary>
    public static string? Screen(IEnumerable<RenderDocumentDirective> directives)
    {
        var documents = directives.ToList();
        return documents.Count == 0
            ? null
            : Line(documents.SelectMany(shown => Texts(Data(shown), _ => true)), " | ")
                ?? Line(documents.SelectMany(shown => Texts(shown.Document, name => name == "text")), " | ")
                ?? "an APL document";
    }

    private static JsonElement Data(RenderDocumentDirective directive) =>
        directive.Datasources is { } data ? JsonElement.Parse(data.ToJsonString()) : default;

    /// <summary>What names a type, and what is bound to data elsewhere, is no text to show.</summary>
    private static IEnumerable<string> Texts(JsonElement element, Func<string, bool> isText, string name = "") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value, isText, property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, isText, name)),
        JsonValueKind.String when name != "type" && isText(name) && !element.GetString()!.Contains("${", StringComparison.Ordinal) =>
            [element.GetString()!],
        _ => [],
    };

    private static string? Line(IEnumerable<string?> texts, string separator)
    {
        var line = string.Join(separator, texts.Where(text => !string.IsNullOrWhiteSpace(text)));
        return line.Length > 0 ? line.ReplaceLineEndings(" ") : null;
    }
}
