using System.Text.Json;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;
using LocalAws.Lambda;
using LocalEmulator.Commands;

namespace LocalEmulator.Web;

/// <summary>What somebody says; the session is the last answer's, or one with a locale alone; a user is a number, who is always the same.</summary>
internal sealed record TalkRequest(string Text, SavedSession Session, long User = -1);

/// <summary>A request that is sent as it is, in the session that it names.</summary>
internal sealed record SendRequest(JsonElement Request, SavedSession Session, long User = -1);

/// <summary>A request for the skill alone, without Alexa's part.</summary>
internal sealed record InvokeRequest(JsonElement Request);

/// <summary>What the skill returns, or why it failed.</summary>
internal sealed record InvokeAnswer(JsonElement? Response, string? ErrorType = null, string? Error = null)
{
    public static InvokeAnswer Of(InvocationResult result) => result.Error is { } error
        ? new InvokeAnswer(null, error.Type, error.Message)
        : new InvokeAnswer(JsonElement.Parse(result.Payload.Span));
}

/// <summary>What could be said.</summary>
internal sealed record Suggestions([property: System.Text.Json.Serialization.JsonPropertyName("suggestions")] IReadOnlyList<string> Texts);

/// <summary>What comes of an utterance or a request; nearest are samples of the model where it is not understood.</summary>
internal sealed record TalkAnswer(
    IReadOnlyList<TalkExchange> Exchanges,
    SavedSession Session,
    string State,
    IReadOnlyList<string> Nearest,
    IReadOnlyList<string> Suggestions,
    double Milliseconds);

/// <summary>A request and what came of it, with what matters told apart.</summary>
internal sealed record TalkExchange(string Sent, string Type, JsonElement Request, double Milliseconds)
{
    public JsonElement? Response { get; init; }

    /// <summary>Why the skill did not answer.</summary>
    public string? Failure { get; init; }

    /// <summary>Why Alexa does not take the response.</summary>
    public string? Problem { get; init; }

    public string? Speech { get; init; }

    public string? Intent { get; init; }

    public string? DialogState { get; init; }

    /// <summary>The slot that the skill asks for.</summary>
    public string? Asks { get; init; }

    public IReadOnlyList<TalkSlot> Slots { get; init; } = [];

    public static TalkExchange Of(Exchange exchange, VoiceModel model, double milliseconds)
    {
        var request = exchange.Request.Request;
        var directives = exchange.Answer.Response?.Response.Directives ?? [];
        return new TalkExchange(TurnText.Of(request), request.Type ?? "", JsonElement.Parse(exchange.RequestJson.Span), milliseconds)
        {
            Response = exchange.ResponseJson.IsEmpty ? null : Json(exchange.ResponseJson),
            Failure = exchange.Failure,
            Problem = exchange.Answer.Problem,
            Speech = exchange.Answer.Speech,
            Intent = request.Intent?.Name,
            DialogState = request.DialogState,
            Asks = directives.OfType<AlexaSkill.Responses.ElicitSlotDirective>().FirstOrDefault()?.SlotToElicit,
            Slots = request.Intent is { } intent ? [.. Names(intent, model).Select(name => TalkSlot.Of(name, intent.Slots?.GetValueOrDefault(name)))] : [],
        };
    }

    /// <summary>The slots in the model's order; those of an intent that it does not know as they come.</summary>
    private static IEnumerable<string> Names(Intent intent, VoiceModel model) =>
        model.Intent(intent.Name ?? "")?.AllSlots.Select(slot => slot.Name) ?? intent.Slots?.Keys ?? [];

    private static JsonElement? Json(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes.Span);
        }
        catch (JsonException)
        {
            return null; // The problem says so.
        }
    }
}

/// <summary>A slot: what was heard, and what that is resolved to; null where Alexa has resolved nothing, as of what the skill has set.</summary>
internal sealed record TalkSlot(string Name, string? Heard, IReadOnlyList<string>? Resolved)
{
    public static TalkSlot Of(string name, Slot? slot) => new(
        name,
        slot?.Spoken,
        slot?.Status is SlotStatus.Matched or SlotStatus.NotMatched ? [.. slot.Matches.Select(match => match.Name ?? match.Id ?? "")] : null);
}
