using System.Text;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Requests;

public sealed class RequestEnvelopeTests
{
    [Theory]
    [InlineData("""{"request":{"timestamp":"2026-11-21T09:06:10Z"}}""", "2026-11-21T09:06:10.000")]
    [InlineData("""{"request":{"timestamp":"2026-11-21T10:06:10.5+01:00"}}""", "2026-11-21T09:06:10.500")]
    [InlineData("""{"request":{"timestamp":1795251970123}}""", "2026-11-21T09:06:10.123")]
    [InlineData("""{"request":{"timestamp":1795251970}}""", "2026-11-21T09:06:10.000")]
    [InlineData("""{"request":{"timestamp":"1795251970123"}}""", "2026-11-21T09:06:10.123")]
    [InlineData("""{"request":{"timestamp":"yesterday"}}""", null)]
    [InlineData("""{"request":{"timestamp":-5}}""", null)]
    [InlineData("""{"request":{"timestamp":1e300}}""", null)]
    [InlineData("""{"request":{"timestamp":[1795251970]}}""", null)]
    public void A_timestamp_may_be_text_or_a_number(string json, string? expected) =>
        Read(json).Request.Timestamp?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", null).ShouldBe(expected);

    [Fact]
    public void The_type_may_come_last_and_unknown_properties_anywhere()
    {
        var envelope = Read("""{"new":[{}],"request":{"x":{"type":"no"},"requestId":"r","type":"LaunchRequest"},"version":7}""");

        envelope.Request.Type.ShouldBe("LaunchRequest");
        envelope.Request.RequestId.ShouldBe("r");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"request":null}""")]
    [InlineData("""{"request":"LaunchRequest"}""")]
    public void Without_a_request_there_is_no_type(string json) => Read(json).Request.Type.ShouldBeNull();

    [Fact]
    public void The_context_names_the_skill_and_the_session_stands_in()
    {
        const string Session = """{"session":{"application":{"applicationId":"session"},"user":{"userId":"u1"}},"context":""";

        Read(Session + """{"System":{"application":{"applicationId":"system"},"user":{"userId":"u2"}}}}""")
            .ShouldSatisfyAllConditions(both => both.ApplicationId.ShouldBe("system"), both => both.UserId.ShouldBe("u2"));
        Read(Session + """{"System":{"application":{"applicationId":5}}}}""")
            .ShouldSatisfyAllConditions(one => one.ApplicationId.ShouldBe("session"), one => one.UserId.ShouldBe("u1"));
        Read("{}").ApplicationId.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"Alexa.Presentation.APL":{}}""", true)]
    [InlineData("""{"Display":{"templateVersion":"1.0"}}""", true)]
    [InlineData("""{"AudioPlayer":{}}""", false)]
    [InlineData("null", false)]
    public void A_screen_is_an_interface_of_the_device(string interfaces, bool expected) =>
        Read($$"""{"context":{"System":{"device":{"supportedInterfaces":{{interfaces}} } } } }""").HasScreen.ShouldBe(expected);

    [Fact]
    public void Without_a_device_nobody_knows_of_a_screen() => Read("""{"context":{"System":{}}}""").HasScreen.ShouldBeNull();

    [Fact]
    public void Session_attributes_of_every_kind_are_kept()
    {
        var attributes = Read("""{"session":{"attributes":{"a":1,"b":null,"c":[true],"d":{"e":"f"}}}}""").Session!.Attributes!;

        attributes.Keys.ShouldBe(["a", "b", "c", "d"]);
        attributes["d"].GetProperty("e").GetString().ShouldBe("f");
    }

    [Theory]
    [InlineData(@"\ud83d\udc36", "\U0001F436")]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\udc36\ud83d", "\uFFFD\uFFFD")]
    [InlineData(@"a\\\uD83Dz", "a\\\uFFFDz")]
    [InlineData(@"a\\ud83d", @"a\ud83d")]
    public void Lone_surrogates_become_the_replacement_character(string escaped, string expected) =>
        Read($$$"""{"{{{escaped}}}":1,"request":{"requestId":"{{{escaped}}}"}}""").Request.RequestId.ShouldBe(expected);

    [Fact]
    public void Invalid_bytes_and_a_byte_order_mark_do_no_harm()
    {
        byte[] json = [.. Encoding.UTF8.GetPreamble(), .. """{"request":{"requestId":"a"""u8, 0xC3, 0x28, .. "\"}}"u8];

        RequestEnvelope.Read(json).Request.RequestId.ShouldBe("a\uFFFD(");
    }

    [Theory]
    [InlineData("", "$, line 1, byte 1")]
    [InlineData("secret", "$, line 1, byte 1")]
    [InlineData("""{"request":{"intent":{"name":"secret" x""", "$.request.intent.name, line 1, byte 39")]
    [InlineData("{\"session\":{},\n\"request\":{\"slots\":[{\"my secret\":secret", "$.request.slots[].*, line 2, byte 34")]
    [InlineData("""{"session":{"user":{"userId":"secret"}},"request":{]""", "$.request, line 1, byte 52")]
    [InlineData("[\"secret\"]", "no object")]
    [InlineData("null", "no object")]
    [InlineData("\"secret\"", "no object")]
    public void What_cannot_be_read_is_told_by_place_and_not_by_content(string json, string expected)
    {
        var message = Should.Throw<UnreadableRequestException>(() => Read(json)).Message;

        message.ShouldContain(expected);
        message.ShouldNotContain("secret");
    }

    [Fact]
    public void Nesting_without_end_is_unreadable() =>
        Should.Throw<UnreadableRequestException>(() => Read($$"""{"session":{"attributes":{{new string('[', 10_000)}}"""))
            .Message.ShouldContain("$.session.attributes[]");

    private static RequestEnvelope Read(string json) => RequestEnvelope.Read(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void What_was_done_to_a_document_is_read()
    {
        var request = RequestEnvelope.Read(
            """
            {"request":{"type":"Alexa.Presentation.APL.UserEvent","token":"result","arguments":["again",7,{"a":1},null],
            "source":{"type":"TouchWrapper","handler":"Press","id":"button"},"components":{"box":true}}}
            """u8).Request;

        (request.Type, request.Token).ShouldBe((RequestTypes.AplUserEvent, "result"));
        request.Arguments!.Select(argument => argument.ToString()).ShouldBe(["again", "7", "{\"a\":1}", ""]);
        request.Source.ShouldBe(new UserEventSource("TouchWrapper", "Press", "button"));
        request.Components!["box"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void What_came_of_a_connection_is_read()
    {
        var response = RequestEnvelope.Read(
            """
            {"request":{"type":"Connections.Response","name":"Buy","status":{"code":"200","message":"OK"},"token":"t",
            "payload":{"purchaseResult":"ACCEPTED"}}}
            """u8).Request;
        var resumed = RequestEnvelope.Read(
            """{"request":{"type":"SessionResumedRequest","cause":{"type":"ConnectionCompleted","token":"t","status":{"code":404}}}}"""u8);

        (response.Name, response.Token, response.Status).ShouldBe(("Buy", "t", new ConnectionStatus("200", "OK")));
        response.Payload!.Value.GetProperty("purchaseResult").GetString().ShouldBe("ACCEPTED");
        resumed.Request.Cause!.Status.ShouldBe(new ConnectionStatus("404", null));
    }

    [Fact]
    public void A_skill_event_tells_what_is_allowed() =>
        RequestEnvelope.Read("""{"request":{"body":{"acceptedPermissions":[{"scope":"a"},7,{}]}}}"""u8)
            .Request.Body!.AcceptedPermissions.ShouldBe([new PermissionScope("a"), new PermissionScope(null)]);

    [Theory]
    [InlineData("""{"Alexa.Presentation.APL":{"runtime":{"maxVersion":"2023.3"}}}""", true, true)]
    [InlineData("""{"Display":{}}""", false, true)]
    [InlineData("{}", false, false)]
    [InlineData("7", false, false)]
    public void A_device_tells_what_it_shows(string interfaces, bool apl, bool screen)
    {
        var envelope = RequestEnvelope.Read(
            Encoding.UTF8.GetBytes($$"""{"context":{"System":{"device":{"supportedInterfaces":{{interfaces}} } } } }"""));

        (envelope.SupportsApl, envelope.HasScreen).ShouldBe((apl, screen));
    }

    [Fact]
    public void Without_a_device_nothing_is_shown() => RequestEnvelope.Read("{}"u8).SupportsApl.ShouldBeFalse();
}
