using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlexaSkill.Responses;

/// <summary>Shows a document of the Alexa Presentation Language; only for a device that has it.</summary>
/// <param name="Token">Names the document, for commands and for what the user does to it.</param>
/// <param name="Document">The document.</param>
/// <param name="Datasources">The data that the document is bound to; null = none.</param>
public sealed record RenderDocumentDirective(string Token, JsonElement Document, JsonObject? Datasources) : Directive;

/// <summary>Runs commands on the document that is shown.</summary>
/// <param name="Token">The document's token.</param>
/// <param name="Commands">The commands, a list of objects with their <c>type</c>.</param>
public sealed record ExecuteCommandsDirective(string Token, JsonElement Commands) : Directive;
