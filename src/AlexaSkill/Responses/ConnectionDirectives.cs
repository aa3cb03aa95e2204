using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>Starts what Alexa does for skills, such as a purchase (<c>Buy</c>) or asking for a permission (<c>AskFor</c>).</summary>
/// <param name="Name">What shall be done.</param>
/// <param name="Payload">The details.</param>
/// <param name="Token">Comes back with the Connections.Response.</param>
public sealed record SendRequestDirective(string Name, JsonObject Payload, string Token) : Directive;

/// <summary>Starts a task of Alexa or of another skill.</summary>
/// <param name="Uri">The task with its version, such as <c>connection://AMAZON.ScheduleTaxiReservation/1</c>.</param>
/// <param name="Input">What the task needs; null = nothing.</param>
/// <param name="Token">Comes back when the session is resumed; null = none.</param>
/// <param name="OnCompletion"><c>RESUME_SESSION</c> or <c>SEND_ERRORS_ONLY</c>; null leaves it to Alexa, which resumes.</param>
public sealed record StartConnectionDirective(string Uri, JsonObject? Input, string? Token, string? OnCompletion) : Directive;

/// <summary>Reports a task done, to the skill that started it.</summary>
/// <param name="Status">What came of it; 200 is success.</param>
/// <param name="Result">What the other skill shall get; null = nothing.</param>
public sealed record CompleteTaskDirective(ConnectionStatus Status, JsonObject? Result) : Directive;
