using System.Text;
using System.Text.Json.Nodes;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using SampleSkill;

namespace AlexaSimulator.Tests.Sessions;

public sealed class ConversationTests
{
    private static readonly VoiceModel Tea = VoiceModel.Load(Path.Combine(AppContext.BaseDirectory, "models", "en-US.json"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_alexa_sends_by_herself_is_a_part_of_the_turn()
    {
        var answers = new Queue<Response>(
        [
            new Response(Directives: [new DelegateDirective(null)]),
            new Response(new OutputSpeech("<speak>Done.</speak>"), new SimpleCard("Title", "Text"), ShouldEndSession: true),
        ]);
        var alexa = new Conversation(Models.Of("en-US"), (_, _) => Answer(answers.Dequeue()));

        var turn = await alexa.SayAsync("a small family dog with low energy", Token);

        turn.Exchanges.Select(exchange => exchange.Request.Request.DialogState).ShouldBe(["STARTED", "COMPLETED"]);
        (turn.Speech, turn.Card, turn.Screen, turn.Succeeded).ShouldBe(("Done.", "Title: Text", null, true));
        alexa.State.ShouldBeNull();
    }

    [Fact]
    public async Task A_request_that_was_changed_by_hand_goes_on_in_the_session_that_it_names()
    {
        var alexa = Conversation.With(Tea, TeaSkill.Create(SkillId.Any));
        var first = await alexa.SayAsync("ask tea stall for a cup of rooibos", Token);
        var json = JsonNode.Parse(first.Exchanges[0].RequestJson.Span)!;
        json["session"]!["sessionId"] = "mine";
        json["request"]!["intent"]!["slots"]!["cups"]!["value"] = "3";

        var again = await alexa.SendAsync(Encoding.UTF8.GetBytes(json.ToJsonString()), Token);

        again.Speech.ShouldBe(first.Speech);
        alexa.State!.SessionId.ShouldBe("mine");
        alexa.State.Dialog!.Slots["cups"].Value.ShouldBe("3");
        var order = await alexa.SayAsync("sencha", Token);
        order.Speech.ShouldBe("3 times green tea, coming up.");
    }

    [Fact]
    public async Task An_event_outside_any_session_leaves_the_session_as_it_is()
    {
        var alexa = Conversation.With(Tea, TeaSkill.Create(SkillId.Any));
        await alexa.SayAsync("open tea stall", Token);
        var state = alexa.State.ShouldNotBeNull();

        var turn = await alexa.SendAsync(Encoding.UTF8.GetBytes("""{"request":{"type":"AlexaSkillEvent.SkillEnabled"}}"""), Token);

        turn.Succeeded.ShouldBeTrue();
        alexa.State.ShouldBe(state);
    }

    [Fact]
    public async Task What_is_no_request_is_refused_before_it_is_sent()
    {
        var alexa = new Conversation(Tea, (_, _) => throw new InvalidOperationException("It was sent."));

        await Should.ThrowAsync<UnreadableRequestException>(() => alexa.SendAsync(Encoding.UTF8.GetBytes("[]"), Token));
        await Should.ThrowAsync<UnreadableRequestException>(() => alexa.SendAsync(default(ReadOnlyMemory<byte>), Token));
    }

    [Fact]
    public async Task A_skill_that_fails_ends_the_session()
    {
        var alexa = new Conversation(Tea, (_, _) => throw new SkillFailedException("Runtime.ExitError: it crashed"));

        var turn = await alexa.SayAsync("open tea stall", Token);

        turn.Succeeded.ShouldBeFalse();
        turn.Exchanges.ShouldHaveSingleItem().Failure.ShouldBe("Runtime.ExitError: it crashed");
        alexa.State.ShouldBeNull();
    }

    [Fact]
    public async Task Other_errors_of_the_invocation_reach_the_caller()
    {
        var alexa = new Conversation(Tea, (_, _) => throw new TimeoutException("too late"));

        (await Should.ThrowAsync<TimeoutException>(() => alexa.SayAsync("open tea stall", Token))).Message.ShouldBe("too late");
    }

    [Fact]
    public async Task A_refused_response_is_told_to_the_skill()
    {
        var answers = new Queue<Response>([new Response(new OutputSpeech("fish & chips")), new Response()]);
        var alexa = new Conversation(Tea, (_, _) => Answer(answers.Dequeue()));

        var turn = await alexa.SayAsync("open tea stall", Token);

        turn.Succeeded.ShouldBeFalse();
        turn.Exchanges[0].Answer.Problem.ShouldBe("its speech is not well-formed SSML");
        turn.Exchanges[1].Request.Request.ShouldSatisfyAllConditions(
            ended => ended.Type.ShouldBe("SessionEndedRequest"), ended => ended.Reason.ShouldBe("ERROR"));
    }

    [Fact]
    public async Task A_session_is_ended_without_a_word()
    {
        var alexa = Conversation.With(Tea, TeaSkill.Create(SkillId.Any));
        await alexa.SayAsync("open tea stall", Token);

        var turn = await alexa.EndAsync("EXCEEDED_MAX_REPROMPTS", Token);

        turn.Exchanges.ShouldHaveSingleItem().Request.Request.Reason.ShouldBe("EXCEEDED_MAX_REPROMPTS");
        (turn.Speech, alexa.State).ShouldBe((null, null));
        await Should.ThrowAsync<InvalidOperationException>(() => alexa.EndAsync(cancellationToken: Token));
    }

    [Fact]
    public void Opening_another_skill_is_refused_by_its_name() =>
        Should.Throw<SimulatorException>(() => Conversation.With(Tea, TeaSkill.Create(SkillId.Any)).Hear("open pet match"))
            .Message.ShouldBe("In en-US this skill is called 'tea stall'; Alexa would look for one called 'pet match'.");

    [Fact]
    public void A_request_names_the_skill_the_user_and_the_device()
    {
        var options = new AlexaOptions { SkillId = "tea", UserId = "u", DeviceId = "d", PersonId = "p", HasScreen = true };

        var request = new AlexaSession(Tea, options).Hear("open tea stall");

        (request.ApplicationId, request.UserId, request.SupportsApl).ShouldBe(("tea", "u", true));
        (request.Context!.System!.Device!.DeviceId, request.Context.System.Person!.PersonId).ShouldBe(("d", "p"));
        request.Context.Viewport.ShouldNotBeNull();
    }

    private static Task<ReadOnlyMemory<byte>> Answer(Response response) =>
        Task.FromResult<ReadOnlyMemory<byte>>(new ResponseEnvelope(null, response).ToUtf8Json());
}
