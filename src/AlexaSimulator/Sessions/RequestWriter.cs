using System.Text.Json;
using AlexaSimulator.InteractionModels;
using AlexaSkill.Requests;

namespace AlexaSimulator.Sessions;

/// <summary>Makes requests as Alexa sends them, and says what she asks by herself.</summary>
internal sealed class RequestWriter(VoiceModel model, AlexaOptions options)
{
    private static readonly Dictionary<string, JsonElement> Screen = new()
    {
        ["Alexa.Presentation.APL"] = JsonElement.Parse("""{"runtime":{"maxVersion":"2024.3"}}"""),
    };

    private static readonly JsonElement Viewport = JsonElement.Parse("""
        {"shape":"RECTANGLE","mode":"HUB","dpi":160,"pixelWidth":1280,"pixelHeight":800,
        "currentPixelWidth":1280,"currentPixelHeight":800,"touch":["SINGLE"]}
        """);

    public string NewSessionId() => $"amzn1.echo-api.session.{NewId()}";

    public RequestEnvelope Launch(SessionState session) => Envelope(session, isNew: true, RequestTypes.Launch, request => request);

    public RequestEnvelope End(SessionState session, string reason, string? problem) => Envelope(session, isNew: false, RequestTypes.SessionEnded, request =>
        request with { Reason = reason, Error = problem is null ? null : new RequestError("INVALID_RESPONSE", problem) });

    public RequestEnvelope Intent(SessionState session, bool isNew, Dialog dialog) => Envelope(session, isNew, RequestTypes.Intent, request => request with
    {
        Intent = new Intent(dialog.Intent, dialog.ConfirmationStatus, Slots(dialog)),
        DialogState = model.Dialog(dialog.Intent) is null ? null : dialog.State,
    });

    /// <summary>What Alexa asks when the skill has delegated; null where the model has no prompt for it.</summary>
    public string? Prompt(DialogIntent rules, Dialog dialog, Question question)
    {
        var prompts = question.Slot is null ? rules.Prompts : rules.Slots.First(slot => slot.Name == question.Slot).Prompts;
        var use = question.Kind == QuestionKind.ElicitSlot ? "elicitation" : "confirmation";
        var variations = model.Prompt(prompts?.GetValueOrDefault(use));
        if (variations.Count == 0)
        {
            return null;
        }

        var text = variations[options.Random.Next(variations.Count)].Value;
        foreach (var (name, slot) in dialog.Slots)
        {
            text = text.Replace($"{{{name}}}", slot.Value, StringComparison.Ordinal);
        }

        return SpokenText.Plain(text) ?? text;
    }

    private RequestEnvelope Envelope(SessionState session, bool isNew, string type, Func<Request, Request> fill)
    {
        var application = new Application(options.SkillId);
        var user = new User(options.UserId);
        var system = new SystemState(
            application,
            user,
            options.PersonId is { } id ? new Person(id) : null,
            new Device(options.DeviceId, options.HasScreen ? Screen : []),
            "https://api.amazonalexa.com",
            "none-in-a-simulation");
        var request = new Request(type, $"amzn1.echo-api.request.{NewId()}", options.Time.GetUtcNow(), model.Locale, null, null, null, null);
        return new RequestEnvelope(
            new Session(isNew, session.SessionId, session.Attributes, application, user),
            new RequestContext(system, options.HasScreen ? Viewport : null),
            fill(request));
    }

    private Dictionary<string, Slot>? Slots(Dialog dialog) => model.Intent(dialog.Intent) is { AllSlots: { Count: > 0 } slots }
        ? slots.ToDictionary(slot => slot.Name, slot => Slot(dialog, slot))
        : null;

    private Slot Slot(Dialog dialog, SlotModel slot)
    {
        if (dialog.Slots.GetValueOrDefault(slot.Name) is not { } said)
        {
            return new Slot(slot.Name, null, Confirmation.None, null, null, null);
        }

        // Only types of the model resolve what was said, and nothing resolves what the skill has set.
        var kind = model.Kind(dialog.Intent, slot.Name)!;
        var resolutions = kind.IsCustom && said.IsHeard ? Resolutions(slot.Type, kind.Resolve(said.Value)) : null;
        return new Slot(slot.Name, said.Value, said.ConfirmationStatus, "USER", resolutions, new("Simple", said.Value, resolutions, null));
    }

    private Resolutions Resolutions(string type, IReadOnlyList<InteractionModels.SlotValue> matches) => new(
    [
        new Resolution(
            $"amzn1.er-authority.echo-sdk.{options.SkillId}.{type}",
            new ResolutionStatus(matches.Count > 0 ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH"),
            matches.Count > 0 ? [.. matches.Select(match => new ResolvedValueWrapper(new ResolvedValue(match.Name.Value, match.Id)))] : null),
    ]);

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        options.Random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // a UUID of version 4
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
