using System.Text;
using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Dispatch;

public sealed class MatchTests
{
    private const string Hello = """{"request":{"type":"IntentRequest","intent":{"name":"HelloIntent"}}}""";

    public static TheoryData<Match, string, bool> Requests => new()
    {
        { Match.Any, "{}", true },
        { Match.Launch, """{"request":{"type":"LaunchRequest"}}""", true },
        { Match.Launch, Hello, false },
        { Match.AnyIntent, Hello, true },
        { Match.AnyIntent, """{"request":{"type":"IntentRequest"}}""", true },
        { Match.Intent("HelloIntent"), Hello, true },
        { Match.Intent("ByeIntent", "HelloIntent"), Hello, true },
        { Match.Intent("helloIntent"), Hello, false },
        { Match.Intent("HelloIntent"), """{"request":{"type":"CanFulfillIntentRequest","intent":{"name":"HelloIntent"}}}""", false },
        { Match.Intent("HelloIntent"), """{"request":{"type":"IntentRequest","intent":7}}""", false },
        { Match.Request("LaunchRequest", "Of.Mine"), """{"request":{"type":"Of.Mine"}}""", true },
        { Match.Request("LaunchRequest", "Of.Mine"), "{}", false },
        { Match.AnySkillEvent, """{"request":{"type":"AlexaSkillEvent.SkillPermissionChanged"}}""", true },
        { Match.AnySkillEvent, "{}", false },
        { Match.AnyIntent.When(input => input.Slot("size") is null), Hello, true },
        { Match.AnyIntent.When(input => input.Slot("size") is not null), Hello, false },
        { Match.Launch.When(_ => true), Hello, false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_match_takes_its_requests_only(Match match, string request, bool isTaken)
    {
        var envelope = RequestEnvelope.Read(Encoding.UTF8.GetBytes(request));
        using var attributes = new AttributesManager(envelope, new NoPersistenceAdapter());

        match.To(_ => ResponseEnvelope.Empty).CanHandle(new HandlerInput(envelope, attributes)).ShouldBe(isTaken);
    }
}
