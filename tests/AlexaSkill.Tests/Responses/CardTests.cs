using System.Text;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class CardTests
{
    [Fact]
    public void Each_kind_is_written_as_Alexa_reads_it()
    {
        Written(new ResponseBuilder().SimpleCard("T", "it's")).ShouldBe("""{"type":"Simple","title":"T","content":"it's"}""");
        Written(new ResponseBuilder().StandardCard("T", "text")).ShouldBe("""{"type":"Standard","title":"T","text":"text"}""");
        Written(new ResponseBuilder().StandardCard("T", "text", new CardImage("https://s", null))).ShouldBe(
            """{"type":"Standard","title":"T","text":"text","image":{"smallImageUrl":"https://s"}}""");
        Written(new ResponseBuilder().LinkAccountCard()).ShouldBe("""{"type":"LinkAccount"}""");
        Written(new ResponseBuilder().PermissionsCard("alexa::profile:email:read", "read::alexa:device:all:address")).ShouldBe(
            """{"type":"AskForPermissionsConsent","permissions":["alexa::profile:email:read","read::alexa:device:all:address"]}""");
    }

    [Fact]
    public void The_last_one_counts() =>
        Written(new ResponseBuilder().LinkAccountCard().SimpleCard("a", "b")).ShouldBe("""{"type":"Simple","title":"a","content":"b"}""");

    private static string Written(ResponseBuilder builder) =>
        Encoding.UTF8.GetString(builder.Build().ToUtf8Json())["""{"version":"1.0","response":{"card":""".Length..^2];
}
