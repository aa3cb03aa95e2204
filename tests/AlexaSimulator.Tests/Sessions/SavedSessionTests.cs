using System.Text.Json;
using AlexaSimulator.Sessions;

namespace AlexaSimulator.Tests.Sessions;

public sealed class SavedSessionTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-session-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => folder.Find("session.json");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_is_no_conversation_yet() => (await SavedSession.ReadAsync(File, Models.All, Token)).ShouldBeNull();

    [Fact]
    public async Task A_conversation_comes_back_as_it_was_written()
    {
        var dialog = new Dialog(
            "PetMatchIntent",
            "IN_PROGRESS",
            [KeyValuePair.Create("size", new SlotState("groß", "CONFIRMED"))],
            Question: new Question(QuestionKind.ElicitSlot, "energy"));
        var saved = new SavedSession("de-DE", Screen: true, new SessionState("s", new Dictionary<string, JsonElement> { ["turn"] = JsonElement.Parse("1") }, dialog));

        await saved.WriteAsync(File, Token);
        await saved.WriteAsync(File, Token);
        var read = await SavedSession.ReadAsync(File, Models.All, Token);

        Json(read).ShouldBe(Json(saved));
        read!.Session!.Dialog!.Slots["size"].ShouldBe(new SlotState("groß", "CONFIRMED"));
        read.Session.Dialog.Question.ShouldBe(dialog.Question);
        Directory.GetFiles(folder.Path).ShouldBe([File]);
    }

    private static string Json(SavedSession? saved) => JsonSerializer.Serialize(saved, SavedSessionJson.Default.SavedSession);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"locale":"en-US"}""")]
    [InlineData("""{"locale":"fr-FR","screen":false}""")]
    [InlineData("""{"locale":"en-US","screen":false,"more":1}""")]
    [InlineData("""{"locale":"en-US","screen":false,"session":{}}""")]
    [InlineData("""{"locale":"en-US","screen":false,"session":{"sessionId":"s","attributes":7}}""")]
    [InlineData("""
        {"locale":"en-US","screen":false,"session":{"sessionId":"s","dialog":{"intent":"Unknown","state":"STARTED","slots":{}}}}
        """)]
    [InlineData("""
        {"locale":"en-US","screen":false,"session":{"sessionId":"s","dialog":{"intent":"PetMatchIntent","state":"STARTED",
        "slots":{"size":null}}}}
        """)]
    public async Task A_broken_file_is_named_with_what_to_do(string text)
    {
        await System.IO.File.WriteAllTextAsync(File, text, Token);

        var error = await Should.ThrowAsync<SimulatorException>(() => SavedSession.ReadAsync(File, Models.All, Token));

        error.Message.ShouldStartWith($"The session file {File} is broken");
        error.Message.ShouldEndWith("Delete it to begin anew.");
    }
}
