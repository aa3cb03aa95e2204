using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Dispatch;

public sealed class SkillTests
{
    private const string Launch = """{"session":{"attributes":{"visits":1}},"request":{"type":"LaunchRequest"}}""";

    private readonly List<string> uses = [];

    [Fact]
    public async Task Everything_happens_in_the_order_of_the_lists()
    {
        await AskAsync(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [Part("no", takes: false), Part("yes"), Part("later")],
            RequestInterceptors = [Part("before 1"), Part("before 2")],
            ResponseInterceptors = [Part("after 1"), Part("after 2")],
            ErrorHandlers = [Part("error")],
        });

        uses.ShouldBe(["before 1", "before 2", "no?", "yes?", "yes", "after 1", "after 2"]);
    }

    [Fact]
    public async Task What_a_request_interceptor_sets_decides_who_handles()
    {
        var marks = new Part("mark", uses)
        {
            Answer = input =>
            {
                input.Features.Set("a guest");
                return new ResponseBuilder().Build();
            },
        };
        var guests = Match.Any.When(input => input.Features.Find<string>() == "a guest").To(_ => Say("a guest"));

        var answer = await AskAsync(new SkillOptions { SkillId = SkillId.Any, Handlers = [guests, Part("all")], RequestInterceptors = [marks] });

        Speech(answer).ShouldBe("a guest");
    }

    [Theory]
    [InlineData("before", "before;first? InvalidOperationException;second? InvalidOperationException;second")]
    [InlineData("handler", "before;handler?;handler;first? InvalidOperationException;second? InvalidOperationException;second")]
    [InlineData("after", "before;handler?;handler;after;first? InvalidOperationException;second? InvalidOperationException;second")]
    public async Task A_failure_anywhere_goes_to_the_first_error_handler_that_takes_it(string failing, string expected)
    {
        var answer = await AskAsync(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [MayFail("handler")],
            RequestInterceptors = [MayFail("before")],
            ResponseInterceptors = [MayFail("after"), Part("last")],
            ErrorHandlers =
            [
                new Part("first", uses) { TakesError = _ => false },
                new Part("second", uses) { Answer = _ => Say("sorry") },
                Part("third"),
            ],
        });

        string.Join(';', uses).ShouldBe(expected);
        Speech(answer).ShouldBe("sorry");

        Part MayFail(string name) => name == failing ? Failing(name) : Part(name);
    }

    [Fact]
    public async Task Without_an_error_handler_the_caller_hears_of_it()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => AskAsync(new SkillOptions { SkillId = SkillId.Any, Handlers = [Failing("handler")] }));
        await Should.ThrowAsync<UnhandledRequestException>(() => AskAsync(new SkillOptions { SkillId = SkillId.Any, Handlers = [Part("no", takes: false)] }));
        await Should.ThrowAsync<FormatException>(() => AskAsync(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [Failing("handler")],
            ErrorHandlers = [new Part("fails, too", uses) { Answer = _ => throw new FormatException() }],
        }));
    }

    [Fact]
    public async Task Response_interceptors_may_give_another_answer() =>
        Speech(await AskAsync(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [Match.Any.To(_ => Say("first"))],
            ResponseInterceptors = [new Part("after", uses) { Answer = _ => Say("second") }, Part("looks only")],
        })).ShouldBe("second");

    [Fact]
    public async Task Session_attributes_go_out_as_the_handler_leaves_them()
    {
        Attributes(await AskAsync(Launch, _ => { })).ShouldBe("""{"visits":1}""");
        Attributes(await AskAsync(Launch, input => input.Attributes.SessionAttributes["visits"] = 2)).ShouldBe("""{"visits":2}""");
        Attributes(await AskAsync(Launch, input => input.Attributes.SessionAttributes.Clear())).ShouldBeNull();
        Attributes(await AskAsync(Launch, input => input.Attributes.SetSessionAttributes(new JsonObject { ["a"] = "b" })))
            .ShouldBe("""{"a":"b"}""");
        Attributes(await AskAsync("{}", _ => { })).ShouldBeNull();
    }

    [Fact]
    public async Task Session_attributes_of_the_response_builder_take_the_place_of_all_others() =>
        Attributes(await AskAsync(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers =
            [
                Match.Any.To(_ => new ResponseBuilder()
                    .SessionAttributes(RequestEnvelope.Read("""{"session":{"attributes":{"a":1}}}"""u8).Session!.Attributes).Build()),
            ],
        }))
            .ShouldBe("""{"a":1}""");

    [Fact]
    public async Task Out_of_session_there_are_no_session_attributes() =>
        (await Should.ThrowAsync<OutOfSessionException>(() => AskAsync(
            """{"request":{"type":"AlexaSkillEvent.SkillEnabled"}}""", input => input.Attributes.SessionAttributes.Clear())))
            .Message.ShouldContain("HasSession");

    [Theory]
    [InlineData("""{"context":{"System":{"application":{"applicationId":"mine"}}}}""", true)]
    [InlineData("""{"session":{"application":{"applicationId":"mine"}}}""", true)]
    [InlineData("""{"context":{"System":{"application":{"applicationId":"another"}}}}""", false)]
    [InlineData("""{"context":{"System":{"application":{"applicationId":"MINE"}}}}""", false)]
    [InlineData("{}", false)]
    public async Task Only_the_one_skill_is_answered(string request, bool isAnswered)
    {
        var asking = AskAsync(new SkillOptions { SkillId = SkillId.Only("mine"), Handlers = [Part("handler")], RequestInterceptors = [Part("before")] }, request);

        await (isAnswered ? Should.NotThrowAsync(asking) : Should.ThrowAsync<ForeignSkillException>(asking));
        uses.Count.ShouldBe(isAnswered ? 3 : 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_skill_id_that_is_not_set_is_refused(string? id) =>
        Should.Throw<ArgumentException>(() => SkillId.Only(id!)).Message.ShouldContain("SkillId.Any");

    [Fact]
    public async Task A_turn_without_end_is_given_up()
    {
        using var cancelled = new CancellationTokenSource();
        var (time, limit) = (new FakeTimeProvider(), TimeSpan.FromHours(1));
        var hangs = Match.Any.To(async (_, cancellationToken) =>
        {
            await using var told = cancellationToken.Register(cancelled.Cancel);
            time.Advance(limit);
            await new TaskCompletionSource().Task;
            return Say("never");
        });
        var options = new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [hangs],
            TurnLimit = limit,
            TimeProvider = time,
            ErrorHandlers = [Part("error")],
        };

        (await Should.ThrowAsync<TurnTimeoutException>(() => AskAsync(options))).Message.ShouldContain("3600 s");
        cancelled.IsCancellationRequested.ShouldBeTrue();
        uses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Error_handlers_have_no_more_time_than_the_turn()
    {
        var hangs = new Part("error", uses) { Answer = _ => throw new OperationCanceledException() };
        var time = new TestTime();
        var slow = Match.Any.To(async (_, cancellationToken) =>
        {
            time.AdvanceToNextTimer();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Say("never");
        });

        await Should.ThrowAsync<TurnTimeoutException>(() => AskAsync(
            new SkillOptions { SkillId = SkillId.Any, Handlers = [slow], TimeProvider = time, ErrorHandlers = [hangs] }));
        uses.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_that_gives_up_hears_of_that()
    {
        var cancelled = new CancellationToken(canceled: true);
        var skill = new Skill(new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [Match.Any.To(Task<ResponseEnvelope> (_, token) => throw new OperationCanceledException(token))],
        });

        await Should.ThrowAsync<OperationCanceledException>(() => skill.AnswerAsync(Read(Launch), cancellationToken: cancelled));
    }

    [Fact]
    public async Task Bytes_come_and_go()
    {
        var context = Features.Of("the host's");
        var greets = Match.Launch.To(input => Say(input.Features == context ? "it's you" : "?"));
        var skill = new Skill(new SkillOptions { SkillId = SkillId.Any, Handlers = [greets] });
        using var request = new MemoryStream(Encoding.UTF8.GetBytes(Launch));
        using var broken = new MemoryStream([1, 2]);

        await using var answer = await skill.HandleAsync(request, context, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(answer);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(
            """{"version":"1.0","sessionAttributes":{"visits":1},"response":{"outputSpeech":{"ssml":"<speak>it's you</speak>","type":"SSML"}}}""");
        await Should.ThrowAsync<UnreadableRequestException>(() => skill.HandleAsync(broken));
    }

    [Fact]
    public async Task Too_much_in_the_session_is_a_failure_that_loses_what_the_handler_set_only()
    {
        Exception? heard = null;
        var hoards = Match.Any.To(input =>
        {
            input.Attributes.SessionAttributes["hoard"] = new string('x', ResponseLimits.MaxBytes);
            return Say("much");
        });
        var options = new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers = [hoards],
            ErrorHandlers = [new Part("error", uses) { TakesError = failure => (heard = failure) is not null, Answer = _ => Say("sorry") }],
        };

        var answer = await AskAsync(options);

        Speech(answer).ShouldBe("sorry");
        Attributes(answer).ShouldBe("""{"visits":1}""");
        heard.ShouldBeOfType<ResponseTooLargeException>().SessionAttributesBytes.ShouldBeGreaterThan(ResponseLimits.MaxBytes);
        heard.Message.ShouldContain("session attributes");
        heard.Message.ShouldNotContain("xxx");
    }

    private Part Part(string name, bool takes = true) => new(name, uses) { Takes = _ => takes };

    private Part Failing(string name) => new(name, uses) { Answer = _ => throw new InvalidOperationException() };

    private static Task<ResponseEnvelope> AskAsync(string request, Action<HandlerInput> handle) => AskAsync(
        new SkillOptions
        {
            SkillId = SkillId.Any,
            Handlers =
            [
                Match.Any.To(input =>
                {
                    handle(input);
                    return new ResponseBuilder().Build();
                }),
            ],
        },
        request);

    private static Task<ResponseEnvelope> AskAsync(SkillOptions options, string request = Launch) =>
        new Skill(options).AnswerAsync(Read(request), cancellationToken: TestContext.Current.CancellationToken);

    private static RequestEnvelope Read(string request) => RequestEnvelope.Read(Encoding.UTF8.GetBytes(request));

    private static ResponseEnvelope Say(string text) => new ResponseBuilder().Speak(text).Build();

    private static string? Speech(ResponseEnvelope answer) => answer.Response.OutputSpeech?.Ssml["<speak>".Length..^"</speak>".Length];

    private static string? Attributes(ResponseEnvelope answer) =>
        (string?)JsonNode.Parse(answer.ToUtf8Json())!["sessionAttributes"]?.ToJsonString();
}
