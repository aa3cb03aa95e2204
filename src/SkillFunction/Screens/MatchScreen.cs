using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace SkillFunction.Screens;

/// <summary>Shows a breed on devices with a screen.</summary>
internal static class MatchScreen
{
    private const string Token = "match";
    private const string Another = "another"; // what the document's button sends

    private static readonly Lazy<JsonElement> Document = new(() =>
    {
        using var file = typeof(MatchScreen).Assembly.GetManifestResourceStream("match.json")!;
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    });

    /// <summary>Shows a breed.</summary>
    public static void Show(ResponseBuilder response, string title, string breed, string wish, string? button)
    {
        var texts = new JsonObject { ["title"] = title, ["breed"] = breed, ["wish"] = wish, ["button"] = button ?? "" };
        response.RenderDocument(Token, Document.Value, new JsonObject { ["petMatch"] = texts });
    }

    /// <summary>Whether the button was touched.</summary>
    /// <returns>Whether it was.</returns>
    public static bool IsAnother(Request request) =>
        request is { Token: Token, Arguments: [{ ValueKind: JsonValueKind.String } argument, ..] } && argument.ValueEquals(Another);
}
