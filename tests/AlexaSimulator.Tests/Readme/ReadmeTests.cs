using System.Text;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Dispatch;
using SampleSkill;

namespace AlexaSimulator.Tests.Readme;

/// <summary>The code of the README is the code that runs here.</summary>
public sealed class ReadmeTests
{
    private static readonly string Models = Path.Combine(AppContext.BaseDirectory, "models");

    [Fact]
    public async Task A_skill_is_tested_in_the_words_of_its_users()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        // <readme>
        var model = VoiceModel.Load(Path.Combine(Models, "en-US.json"));
        var alexa = Conversation.With(model, TeaSkill.Create(SkillId.Any));

        var question = await alexa.SayAsync("ask tea stall for a cup of rooibos", cancellationToken);
        var order = await alexa.SayAsync("some bergamot tea", cancellationToken);

        question.Speech.ShouldBe("We don't have rooibos. Which tea?");
        order.Speech.ShouldBe("1 times Earl Grey, coming up.");
        order.Card.ShouldBe("Tea Stall: Earl Grey");
        alexa.State.ShouldBeNull(); // the session has ended

        // </readme>
    }

    [Fact]
    public async Task Requests_are_changed_and_sent_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var models = new VoiceModels(Models);
        var skill = TeaSkill.Create(SkillId.Any);
        async Task<ReadOnlyMemory<byte>> InvokeAsync(ReadOnlyMemory<byte> request, CancellationToken token)
        {
            using var answer = new MemoryStream();
            await (await skill.HandleAsync(new MemoryStream(request.ToArray()), cancellationToken: token)).CopyToAsync(answer, token);
            return answer.ToArray();
        }

        // <readme>
        var alexa = new Conversation(models.Of("en-US"), InvokeAsync, new AlexaOptions { HasScreen = true });

        var request = alexa.Hear("ask tea stall for two cups of sencha"); // nothing is sent yet
        var json = Encoding.UTF8.GetString(request.ToUtf8Json()).Replace("\"2\"", "\"7\"", StringComparison.Ordinal);
        var turn = await alexa.SendAsync(Encoding.UTF8.GetBytes(json), cancellationToken);

        turn.Speech.ShouldBe("7 times green tea, coming up.");
        var exchange = turn.Exchanges.Single(); // several where Alexa goes on by herself
        exchange.Request.Request.Intent!.Slot("tea")!.Match!.Id.ShouldBe("green");

        // </readme>
        exchange.ResponseJson.IsEmpty.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_readme_shows_the_code_that_runs(int index)
    {
        var readme = Read("README.md").Split("```csharp\n")[1 + index].Split("```")[0];
        var code = Read(Path.Combine("Readme", "ReadmeTests.cs")).Split("        // <readme>\n")[1 + index].Split("        // </readme>")[0];

        string.Concat(code.Split('\n').Select(line => line.Length > 8 ? $"{line[8..]}\n" : "\n")).TrimEnd().ShouldBe(readme.TrimEnd());
    }

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path)).ReplaceLineEndings("\n");
}
