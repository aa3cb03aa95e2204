using System.Text;
using System.Text.Json;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;
using Analytics;
using LocalEmulator.Conversations;

namespace LocalEmulator.Tests.Conversations;

public sealed class GeneratedConversationTests
{
    private const int Many = 2_000;

    private static readonly TimeProvider Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.Zero));

    private static readonly Lazy<List<List<RequestEnvelope>>> Conversations =
        new(() => [.. Enumerable.Range(0, Many).Select(number => Hold(7, number))]);

    public static TheoryData<string> Locales => [.. PetMatchTalk.Models.Locales];

    [Fact]
    public void The_same_seed_and_number_give_the_same_requests_whatever_else_runs()
    {
        var again = new List<RequestEnvelope>[Many];
        Parallel.For(0, Many, number => again[Many - 1 - number] = Hold(7, Many - 1 - number));

        for (var number = 0; number < Many; number++)
        {
            again[number].Select(Text).ShouldBe(Conversations.Value[number].Select(Text));
        }
    }

    [Fact]
    public void Another_seed_gives_other_conversations() =>
        Conversations.Value[3].Select(Text).ShouldNotBe(Hold(8, 3).Select(Text));

    [Fact]
    public void Every_request_has_the_parts_that_alexa_sends()
    {
        foreach (var request in Conversations.Value.SelectMany(requests => requests))
        {
            using var document = JsonDocument.Parse(request.ToUtf8Json());
            var root = document.RootElement;
            root.GetProperty("version").GetString().ShouldBe("1.0");
            var session = root.GetProperty("session");
            session.GetProperty("sessionId").GetString().ShouldStartWith("amzn1.echo-api.session.");
            var system = root.GetProperty("context").GetProperty("System");
            system.GetProperty("application").GetProperty("applicationId").GetString().ShouldBe(AlexaOptions.SimulatedSkillId);
            system.GetProperty("user").GetProperty("userId").GetString().ShouldBe(UserId(root));
            system.GetProperty("device").GetProperty("deviceId").GetString().ShouldStartWith("amzn1.ask.device.");
            var body = root.GetProperty("request");
            body.GetProperty("requestId").GetString().ShouldBe(request.Request.RequestId);
            body.GetProperty("timestamp").GetString().ShouldBe("2026-11-21T01:02:03Z");
            PetMatchTalk.Models.Locales.ShouldContain(body.GetProperty("locale").GetString());
            (IntentName(body) == "PetMatchIntent").ShouldBe(PetMatchTalk.IsHit(request));
        }
    }

    [Fact]
    public void A_session_opens_once_and_its_requests_differ_but_for_repeated_ones()
    {
        foreach (var requests in Conversations.Value)
        {
            requests.Select(request => Parse(request, root => root.GetProperty("session").GetProperty("sessionId").GetString()))
                .Distinct().Count().ShouldBe(1);
            var distinct = requests.DistinctBy(request => request.Request.RequestId).ToList();
            distinct.Select(request => Parse(request, root => root.GetProperty("session").GetProperty("new").GetBoolean()))
                .ShouldBe(distinct.Select((_, turn) => turn == 0));
            distinct.Count.ShouldBeLessThanOrEqualTo(14);
        }
    }

    [Fact]
    public void Every_kind_of_conversation_occurs()
    {
        var requests = Conversations.Value.SelectMany(conversation => conversation).ToList();

        var kinds = requests.Select(request => Parse(request, root => Kind(root.GetProperty("request")))).ToHashSet();
        kinds.ShouldBe(
            [
                "LaunchRequest", "SessionEndedRequest", "AMAZON.HelpIntent", "AMAZON.FallbackIntent", "AMAZON.StopIntent",
                "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "STARTED", "IN_PROGRESS", "COMPLETED",
            ],
            ignoreOrder: true);
        requests.GroupBy(request => request.Request.RequestId).ShouldContain(same => same.Count() > 1);
        requests.ShouldContain(request => Text(request).Contains("ER_SUCCESS_NO_MATCH", StringComparison.Ordinal));
        requests.ShouldContain(request => Text(request).Contains("mythical creatures", StringComparison.Ordinal));
        requests.ShouldContain(request => Text(request).Contains("\"value\":\"mini\"", StringComparison.Ordinal));
        Values(root => root.GetProperty("request").GetProperty("locale").GetString()).ShouldBe(PetMatchTalk.Models.Locales, ignoreOrder: true);
        Values(root => root.GetProperty("context").TryGetProperty("Viewport", out _)).Count.ShouldBe(2);
        Values(UserId).Count.ShouldBeInRange(Many / 2, Many * 9 / 10);
        Values(root => root.GetProperty("session").TryGetProperty("attributes", out _)).Count.ShouldBe(2);

        HashSet<T> Values<T>(Func<JsonElement, T> value) => [.. requests.Select(request => Parse(request, value))];
    }

    [Fact]
    public void A_completed_dialog_has_every_required_slot()
    {
        var completed = Conversations.Value.SelectMany(requests => requests)
            .Where(request => PetMatchTalk.IsHit(request) && Parse(request, root => Kind(root.GetProperty("request")) == "COMPLETED")).ToList();

        completed.Count.ShouldBeGreaterThan(Many / 2);
        foreach (var request in completed)
        {
            Parse(request, root => PetMatchTalk.Slots.Skip(1).All(slot => Slot(root, slot).TryGetProperty("value", out _))).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void What_the_model_is_said_not_to_know_it_does_not_know(string locale)
    {
        var model = PetMatchTalk.Models.Of(locale);

        PetMatchTalk.Slots.ShouldAllBe(slot => PetMatchTalk.Unknown(model.LanguageCode, slot)
            .All(said => model.Resolve(PetMatchTalk.Intent, slot, said).Count == 0));
        PetMatchTalk.OffTopic(model.LanguageCode)
            .ShouldAllBe(said => model.Understand(said).Intent == "AMAZON.FallbackIntent");
    }

    private static List<RequestEnvelope> Hold(int seed, int number)
    {
        var conversation = new GeneratedConversation(new SkillTalk(SkillDefinition.PetMatch), seed, number, Time);
        var requests = new List<RequestEnvelope>();
        for (var request = conversation.Open(); request is not null; request = conversation.Next(StubSkill.Answer(request)))
        {
            requests.Add(request);
        }

        return requests;
    }

    private static string Text(RequestEnvelope request) => Encoding.UTF8.GetString(request.ToUtf8Json());

    private static T Parse<T>(RequestEnvelope request, Func<JsonElement, T> value)
    {
        using var document = JsonDocument.Parse(request.ToUtf8Json());
        return value(document.RootElement);
    }

    private static string UserId(JsonElement root) => root.GetProperty("session").GetProperty("user").GetProperty("userId").GetString()!;

    private static JsonElement Slot(JsonElement root, string name) =>
        root.GetProperty("request").GetProperty("intent").GetProperty("slots").GetProperty(name);

    private static string? IntentName(JsonElement request) =>
        request.TryGetProperty("intent", out var intent) ? intent.GetProperty("name").GetString() : null;

    private static string Kind(JsonElement request) => request.TryGetProperty("dialogState", out var state)
        ? state.GetString()!
        : IntentName(request) ?? request.GetProperty("type").GetString()!;
}
