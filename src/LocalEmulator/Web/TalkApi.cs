using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;
using LocalEmulator.Commands;
using LocalEmulator.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalEmulator.Web;

/// <summary>
/// Conversations with the skill. The server keeps none: whoever talks gets the open session with each answer, and gives it back with the next
/// utterance.
/// </summary>
internal static partial class TalkApi
{
    private const int MaxUtteranceLength = 500;
    private const int NearestShown = 4;
    private const int SuggestionsShown = 6;

    private static readonly string SamplesFolder = Repository.Find("samples", "requests");

    private static VoiceModels Models => PetMatchTalk.Models;

    public static void Map(IEndpointRouteBuilder routes, RunningSystem system)
    {
        routes.MapPost("/api/talk", async context =>
        {
            var said = await Api.ReadAsync(context, ApiJson.Default.TalkRequest);
            if (said.Text.Length > MaxUtteranceLength || !said.Text.Any(char.IsLetterOrDigit))
            {
                throw new ApiException($"text has to be what somebody says: a word at least, and at most {MaxUtteranceLength} characters.");
            }

            var turn = new TimedTurn(system, said.Session, said.User);
            await AnswerAsync(context, turn, await turn.Conversation.SayAsync(said.Text, context.RequestAborted), said.Text);
        });
        routes.MapPost("/api/send", async context =>
        {
            var sent = await Api.ReadAsync(context, ApiJson.Default.SendRequest);
            var turn = new TimedTurn(system, sent.Session, sent.User);
            await AnswerAsync(context, turn, await turn.Conversation.SendAsync(JsonBytes(sent.Request), context.RequestAborted));
        });
        routes.MapPost("/api/invoke", async context =>
        {
            var sent = await Api.ReadAsync(context, ApiJson.Default.InvokeRequest);
            var result = await system.Emulator.InvokeSkillAsync(JsonBytes(sent.Request), context.RequestAborted);
            await Api.WriteAsync(context, InvokeAnswer.Of(result), ApiJson.Default.InvokeAnswer);
        });
        routes.MapGet("/api/suggestions/{locale}", async context =>
        {
            var locale = context.Request.RouteValues["locale"] as string ?? "";
            await Api.WriteAsync(context, new Suggestions(Suggest(Model(locale), null)), ApiJson.Default.Suggestions);
        });
        routes.MapGet("/api/samples", context => Api.WriteAsync(context, Samples(), ApiJson.Default.IReadOnlyListString));
        routes.MapGet("/api/samples/{name}", async context =>
        {
            var name = context.Request.RouteValues["name"] as string ?? "";
            var file = Samples().Contains(name)
                ? Path.Combine(SamplesFolder, $"{name}.json")
                : throw new ApiException($"There is no sample '{name}'.", StatusCodes.Status404NotFound);
            await Api.WriteAsync(context, GivenJson.WithoutByteOrderMark(await File.ReadAllBytesAsync(file, context.RequestAborted)));
        });
    }

    private static async Task AnswerAsync(HttpContext context, TimedTurn timed, Turn turn, string? text = null)
    {
        var model = timed.Model;
        var state = timed.Conversation.State;
        var isUnderstood = text is null || turn.Exchanges[0].Request.Request.Intent?.Name != IntentNames.Fallback;
        await Api.WriteAsync(
            context,
            new TalkAnswer(
                [.. turn.Exchanges.Select((exchange, place) => TalkExchange.Of(exchange, model, timed.Milliseconds(place)))],
                timed.Session with { Session = state },
                TurnText.Of(state),
                isUnderstood ? [] : [.. model.NearestSamples(text!, NearestShown).Select(sample => Spoken(sample, model))],
                Suggest(model, state),
                timed.Milliseconds()),
            ApiJson.Default.TalkAnswer);
    }

    private static ReadOnlyMemory<byte> JsonBytes(JsonElement json) => System.Text.Encoding.UTF8.GetBytes(json.GetRawText());

    private static VoiceModel Model(string locale) => Models.Locales.Contains(locale)
        ? Models.Of(locale)
        : throw new ApiException($"There is no model for '{locale}'; there are {string.Join(", ", Models.Locales)}.");

    private static IReadOnlyList<string> Samples() =>
        [.. Directory.EnumerateFiles(SamplesFolder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>A sample as somebody could say it: with a value in place of each slot that has some.</summary>
    private static string Spoken(string sample, VoiceModel model) => SlotPlace().Replace(
        sample, place => model.Values(PetMatchTalk.Intent, place.Groups[1].Value) is [var first, ..] ? first.Name.Value : place.Value);

    /// <summary>What could be said next: a value of the slot that is asked for, or a way to begin.</summary>
    private static IReadOnlyList<string> Suggest(VoiceModel model, SessionState? state)
    {
        IEnumerable<string> texts = state?.Dialog switch
        {
            { Question: { Kind: QuestionKind.ElicitSlot, Slot: { } slot }, Intent: var intent } => model.Values(intent, slot).Select(value => value.Name.Value),
            { Question: not null } => model.Samples(IntentNames.Yes).Take(1).Concat(model.Samples(IntentNames.No).Take(1)),
            _ => model.Samples(PetMatchTalk.Intent).Where(sample => !sample.Contains('{', StringComparison.Ordinal)).Take(2)
                .Append(model.Opening).Concat(model.Samples(IntentNames.Help).Take(1)),
        };
        return [.. texts.Distinct().Take(SuggestionsShown)];
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex SlotPlace();

    /// <summary>A turn whose calls to the skill are timed.</summary>
    private sealed class TimedTurn
    {
        private readonly Stopwatch clock = Stopwatch.StartNew();
        private readonly List<double> calls = [];

        public TimedTurn(RunningSystem system, SavedSession session, long user)
        {
            Model = TalkApi.Model(session.Locale);
            Session = session.IsSound(Models) ? session : throw new ApiException("The session is broken: begin a new one.");
            var speaker = Speaker.Options(AlexaOptions.SimulatedSkillId, session.Screen, user);
            Conversation = new Conversation(Model, (request, token) => InvokeAsync(system, request, token), speaker, session.Session);
        }

        public VoiceModel Model { get; }

        public SavedSession Session { get; }

        public Conversation Conversation { get; }

        public double Milliseconds() => Math.Round(clock.Elapsed.TotalMilliseconds, 1);

        public double Milliseconds(int call) => Math.Round(calls[call], 1);

        private async Task<ReadOnlyMemory<byte>> InvokeAsync(RunningSystem system, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            var start = clock.Elapsed;
            var result = await system.Emulator.InvokeSkillAsync(request, cancellationToken);
            calls.Add((clock.Elapsed - start).TotalMilliseconds);
            return result.Response();
        }
    }
}
