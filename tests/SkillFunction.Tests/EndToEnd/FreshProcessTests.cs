using System.Text.Json.Nodes;
using LocalEmulator.Conversations;
using LocalEmulator.InteractionModels;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>A conversation of which every turn meets a process that has just started, as with Lambda it may.</summary>
public class FreshProcessTests(LocalAwsFixture aws)
{
    [Fact]
    public async Task A_conversation_goes_on_from_process_to_process()
    {
        var person = Person.Create(1, 1) with { Locale = "en-US", HasScreen = true };
        var alexa = new AlexaSession(VoiceModel.Of("en-US"), person, new Chance(1, "processes", 1), TimeProvider.System);
        async Task<AlexaAnswer> SayAsync(string utterance)
        {
            await using var skill = await RunningSkill.StartAsync(aws, ("ALEXA_SKILL_ID", Envelope.SkillId), ("ATTRIBUTES_STORE", "none"));
            var response = await skill.AskAsync(alexa.Hear(utterance).Json);
            var answer = alexa.Take(System.Text.Encoding.UTF8.GetBytes(response.ToJsonString()));
            answer.Problem.ShouldBeNull();
            return answer;
        }

        await SayAsync("find a pet");
        Asked().ShouldBe("size");
        await SayAsync("something mini");
        Asked().ShouldBe("size");
        await SayAsync("tiny");
        Asked().ShouldBe("temperament");
        await SayAsync("help");
        Asked().ShouldBe("temperament");
        await SayAsync("a guard dog");
        Asked().ShouldBe("energy");
        (await SayAsync("high energy")).Speech!.ShouldContain("a Russian Toy", Case.Insensitive); // catalog/breeds.csv: tiny, guard, high

        alexa.State.ShouldNotBeNull();
        JsonNode.Parse(alexa.State.Attributes!.Value.GetRawText())!["question"]!.GetValue<string>().ShouldBe("another");

        string? Asked() => alexa.State!.Dialog!.Question!.Slot;
    }
}
