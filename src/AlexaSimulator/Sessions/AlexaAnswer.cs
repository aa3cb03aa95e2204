using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSimulator.Sessions;

/// <summary>What becomes of a skill's response.</summary>
/// <param name="Response">The response; null where it cannot be read.</param>
/// <param name="Speech">What Alexa says, as plain text; null where she says nothing.</param>
/// <param name="Card">The card in the app, in one line; null = none.</param>
/// <param name="Screen">What the screen shows, in one line; null = nothing new.</param>
/// <param name="Next">The request that Alexa sends without being spoken to; null = none.</param>
/// <param name="Problem">Why Alexa refuses the response; null where she takes it.</param>
public sealed record AlexaAnswer(
    ResponseEnvelope? Response = null,
    string? Speech = null,
    string? Card = null,
    string? Screen = null,
    RequestEnvelope? Next = null,
    string? Problem = null)
{
    /// <summary>Reads a response by itself, without a session.</summary>
    /// <param name="request">What it answers.</param>
    /// <param name="response">The response in UTF-8.</param>
    /// <returns>What Alexa makes of it.</returns>
    public static AlexaAnswer Read(RequestEnvelope request, ReadOnlyMemory<byte> response)
    {
        try
        {
            var envelope = ResponseEnvelope.Read(response.Span);
            var directives = envelope.Response.Directives ?? [];
            var speech = SpokenText.Plain(envelope.Response.OutputSpeech?.Ssml);
            var isSpoken = (envelope.Response.OutputSpeech is null || speech is not null)
                && (envelope.Response.Reprompt is not { } reprompt || SpokenText.Plain(reprompt.OutputSpeech?.Ssml) is not null);
            return new AlexaAnswer(
                envelope,
                speech,
                Shown.Card(envelope.Response.Card),
                Shown.Screen(directives.OfType<RenderDocumentDirective>()),
                Problem: isSpoken ? Fault(request, directives) : "its speech is not well-formed SSML");
        }
        catch (UnreadableResponseException unreadable)
        {
            return new AlexaAnswer(Problem: char.ToLowerInvariant(unreadable.Message[0]) + unreadable.Message[1..].TrimEnd('.'));
        }
    }

    internal static bool IsDialog(Directive directive) =>
        directive is DelegateDirective or ElicitSlotDirective or ConfirmSlotDirective or ConfirmIntentDirective;

    private static string? Fault(RequestEnvelope request, IReadOnlyList<Directive> directives)
    {
        var dialog = directives.Where(IsDialog).ToList();
        if (dialog is not [var first, ..])
        {
            return null;
        }

        // Dynamic entities ask nothing, and are taken beside a directive that does.
        var beside = directives.FirstOrDefault(directive => directive.Type != first.Type && directive is not UpdateDynamicEntitiesDirective);
        return beside is not null ? $"it has {beside.Type} beside {first.Type}, and no other directives are allowed there"
            : dialog.Count > 1 ? $"it has {first.Type} {dialog.Count} times"
            : !request.TakesDialogDirectives
                ? $"it has {first.Type} in answer to {request.Request.Type}, and only a LaunchRequest or an IntentRequest takes a Dialog directive"
            : null;
    }
}
