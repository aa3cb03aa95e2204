using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using LocalEmulator;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>A conversation of which every turn meets a process that has just started, as with Lambda it may.</summary>
public class FreshProcessTests(LocalAwsFixture aws)
{
    [Fact]
    public async Task A_conversation_goes_on_from_process_to_process()
    {
        var model = VoiceModel.Load(Repository.Find("alexa", "interactionModels", "custom", "en-US.json"));
        var alexa = new AlexaSession(model, new AlexaOptions { HasScreen = true });
        async Task<AlexaAnswer> SayAsync(string utterance)
        {
            await using var skill = await RunningSkill.StartAsync(aws, ("ALEXA_SKILL_ID", AlexaOptions.SimulatedSkillId), ("ATTRIBUTES_STORE", "none"));
            var request = alexa.Hear(utterance);
            var response = await skill.AskAsync(request.ToUtf8Json());
            var answer = alexa.Take(request, System.Text.Encoding.UTF8.GetBytes(response.ToJsonString()));
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
        alexa.State.Attributes!["question"].GetString().ShouldBe("another");

        string? Asked() => alexa.State!.Dialog!.Question!.Slot;
    }
}
