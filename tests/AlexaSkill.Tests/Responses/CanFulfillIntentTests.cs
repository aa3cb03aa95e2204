using System.Text;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Responses;

public sealed class CanFulfillIntentTests
{
    [Fact]
    public void An_answer_tells_intent_and_slots()
    {
        var slots = new Dictionary<string, CanFulfillSlot> { ["size"] = new(Fulfillment.Maybe, Fulfillment.No) };

        Written(new CanFulfillIntent(Fulfillment.Yes, slots)).ShouldBe(
            """{"version":"1.0","response":{"canFulfillIntent":{"canFulfill":"YES","""
            + """ "slots":{"size":{"canUnderstand":"MAYBE","canFulfill":"NO"}}}}}""".TrimStart());
        Written(new CanFulfillIntent(Fulfillment.No)).ShouldBe(
            """{"version":"1.0","response":{"canFulfillIntent":{"canFulfill":"NO"}}}""");
    }

    private static string Written(CanFulfillIntent answer) =>
        Encoding.UTF8.GetString(new ResponseBuilder().CanFulfill(answer).Build().ToUtf8Json());
}
