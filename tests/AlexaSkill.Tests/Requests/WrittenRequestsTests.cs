using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Requests;

public sealed class WrittenRequestsTests
{
    public static TheoryData<string> SampleNames => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_request_is_written_as_Alexa_sends_it(string name)
    {
        var sent = JsonNode.Parse(Samples.Read(name))!;
        var written = JsonNode.Parse(RequestEnvelope.Read(Samples.Read(name)).ToUtf8Json())!;

        ShouldBePartOf(sent, written, "$");
        written["request"]!["type"].ShouldNotBeNull();
        written["request"]!["requestId"]?.GetValue<string>().ShouldBe(sent["request"]!["requestId"]?.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void What_is_written_reads_as_the_same(string name)
    {
        var once = RequestEnvelope.Read(Samples.Read(name)).ToUtf8Json();

        RequestEnvelope.Read(once).ToUtf8Json().ShouldBe(once);
    }

    /// <summary>The library leaves out what it has no property for, and adds nothing.</summary>
    private static void ShouldBePartOf(JsonNode sent, JsonNode written, string path)
    {
        switch (written)
        {
            case JsonObject properties:
                foreach (var (name, value) in properties)
                {
                    sent[name].ShouldNotBeNull($"{path}.{name}");
                    ShouldBePartOf(sent[name]!, value!, $"{path}.{name}");
                }

                break;
            case JsonArray items:
                sent.AsArray().Count.ShouldBe(items.Count, path);
                foreach (var (index, item) in items.Index())
                {
                    ShouldBePartOf(sent[index]!, item!, $"{path}[{index}]");
                }

                break;
            default:
                // A time may come as a number and goes out as ISO 8601.
                if (path != "$.request.timestamp")
                {
                    JsonNode.DeepEquals(sent, written).ShouldBeTrue(path);
                }

                break;
        }
    }
}
