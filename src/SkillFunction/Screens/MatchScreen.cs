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
    /// <param name="response">The answer to add it to.</param>
    /// <param name="title">What it is.</param>
    /// <param name="breed">The breed.</param>
    /// <param name="wish">What it is like.</param>
    /// <param name="button">The button that asks for another one; null = no button.</param>
    public static void Show(ResponseBuilder response, string title, string breed, string wish, string? button)
    {
        var texts = new JsonObject { ["title"] = title, ["breed"] = breed, ["wish"] = wish, ["button"] = button ?? "" };
        response.RenderDocument(Token, Document.Value, new JsonObject { ["petMatch"] = texts });
    }

    /// <summary>Whether the button was touched.</summary>
    /// <param name="request">What the user did to a document.</param>
    /// <returns>Whether it was.</returns>
    public static bool IsAnother(Request request) =>
        request is { Token: Token, Arguments: [{ ValueKind: JsonValueKind.String } argument, ..] } && argument.ValueEquals(Another);
}
