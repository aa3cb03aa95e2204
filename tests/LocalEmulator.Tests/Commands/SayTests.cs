using System.Text.Json;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;

namespace LocalEmulator.Tests.Commands;

/// <summary>The command <c>say</c> with both functions and all emulated services.</summary>
public sealed class SayTests : IDisposable
{
    private const string Breed = "Russian Toy"; // catalog/breeds.csv: tiny, guard, high

    private readonly TemporaryFolder folder = new("petmatch-say-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_conversation_ends_in_a_breed_and_each_turn_is_one_row()
    {
        var size = await SayAsync("find a pet");
        var temperament = await SayAsync("something tiny");
        var help = await SayAsync("help");
        var energy = await SayAsync("a guard dog");
        var breed = await SayAsync("high energy");

        AlexaSays(size).ShouldBeOneOf(Phrases("question.size"));
        AlexaSays(temperament).ShouldBeOneOf(Phrases("question.temperament"));
        Phrases("question.temperament").ShouldContain(question => AlexaSays(help).EndsWith(question, StringComparison.Ordinal));
        AlexaSays(energy).ShouldBeOneOf(Phrases("question.energy"));
        size.OutputLines[^1].TrimEnd('\r').ShouldBe("The session is open; Alexa has asked for size.");
        AlexaSays(breed).ShouldContain(Breed);
        breed.OutputLines[^1].TrimEnd('\r').ShouldBe("The session is open."); // for another dog

        (await QueryAsync("SELECT dialog_state, outcome, elicited_slot, locale FROM petmatch ORDER BY event_time")).Rows.ShouldBe(
        [
            ["STARTED", "elicit", "size", "en-US"],
            ["IN_PROGRESS", "elicit", "temperament", "en-US"],
            ["IN_PROGRESS", "elicit", "energy", "en-US"],
            ["IN_PROGRESS", "match", null, "en-US"],
        ]);
        var counts = await QueryAsync("SELECT count(DISTINCT session_id), count(DISTINCT request_id), count_if(new_session = 1) FROM petmatch");
        counts.Rows.ShouldBe([["1", "4", "1"]]);
    }

    [Fact]
    public async Task German_is_spoken_and_counted_with_english_values()
    {
        const string Wish = "Alexa, frag Haustier-Finder nach einem winzigen lebhaften Schutzhund";
        var run = await EmulatorProcess.RunAsync(folder.Path, "say", Wish, "--locale", "de-DE", "--screen", "--json", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        var exchange = JsonElement.Parse(run.Output).EnumerateArray().ShouldHaveSingleItem();
        var request = exchange.GetProperty("request");
        exchange.GetProperty("response").GetProperty("response").GetProperty("shouldEndSession").GetBoolean().ShouldBeTrue();
        request.GetProperty("context").TryGetProperty("Viewport", out _).ShouldBeTrue();
        var match = await QueryAsync(
            "SELECT slot_value_size_resolved, slot_value_size_synonym, breed, locale FROM petmatch WHERE outcome = 'match'");
        match.Rows.ShouldBe([["tiny", "winzigen", Breed, "de-DE"]]);
    }

    [Theory]
    [InlineData(2, "UTTERANCE has no word", "say", " ?! ")]
    [InlineData(2, "Required argument 'UTTERANCE' missing for command: 'say'.", "say")]
    [InlineData(2, "--locale is 'fr-FR'; there are models for de-DE, en-GB, en-US.", "say", "bonjour", "--locale", "fr-FR")]
    [InlineData(2, "An utterance of several words needs quotes: say \"hi there\".", "say", "hi", "there")]
    [InlineData(1, "The session file none/s.json can't be written: there is no folder ", "say", "find a pet", "--session", "none/s.json")]
    [InlineData(1, "The session file . can't be written: it is a folder.", "say", "find a pet", "--session", ".")]
    [InlineData(1, "In de-DE this skill is called 'haustier finder'; Alexa would look for one called 'pet match'.", "say", "öffne pet match", "--locale", "de-DE")]
    [InlineData(1, "The session file broken.json is broken", "say", "find a pet", "--session", "broken.json")]
    [InlineData(1, "The session in german.json is in de-DE", "say", "find a pet", "--session", "german.json", "--locale", "en-US")]
    public async Task What_is_wrong_is_said_before_anything_starts(int exitCode, string message, params string[] arguments)
    {
        const string German = """{"locale":"de-DE","screen":false,"session":{"sessionId":"s"}}""";
        await File.WriteAllTextAsync(folder.Find("broken.json"), "{", Token);
        await File.WriteAllTextAsync(folder.Find("german.json"), German, Token);

        var run = await EmulatorProcess.RunAsync(folder.Path, [.. arguments, "--data", "data"]);

        run.ExitCode.ShouldBe(exitCode);
        run.Output.ShouldBeEmpty();
        run.ErrorLines[0].ShouldStartWith(message);
        Directory.Exists(folder.Find("data")).ShouldBeFalse();
    }

    private static string[] Phrases(string name) =>
    [
        .. JsonElement.Parse(File.ReadAllText(Repository.Find("src", "SkillFunction", "Phrases", "en.json")))
            .GetProperty(name).EnumerateArray().Select(phrase => phrase.GetString()!),
    ];

    [Fact]
    public async Task A_session_that_is_not_kept_is_pointed_out()
    {
        var open = await EmulatorProcess.RunAsync(folder.Path, "say", "find a pet", "--data", "data");

        open.ErrorLines.ShouldContain(line => line.Contains("--session FILE", StringComparison.Ordinal));
    }

    private static string AlexaSays(ProgramRun run)
    {
        run.ExitCode.ShouldBe(0, run.Error);
        return run.OutputLines[0].TrimEnd('\r')["Alexa: ".Length..];
    }

    private Task<ProgramRun> SayAsync(string utterance) =>
        EmulatorProcess.RunAsync(folder.Path, "say", utterance, "--session", "session.json", "--data", "data");

    private async Task<QueryAnswer> QueryAsync(string sql)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, folder.Find("data", "s3", Names.LocalBucket), Token);
        return await engine.QueryAsync(sql, Token);
    }
}
