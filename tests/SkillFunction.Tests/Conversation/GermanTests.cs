using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using static SkillFunction.Tests.Fakes.AlexaJson;

namespace SkillFunction.Tests.Conversation;

public abstract class GermanTests(bool isFreshEachTurn) : IAsyncLifetime
{
    private readonly MemoryStore store = new();
    private TestSkill skill = null!;
    private Talk talk = null!;

    public async ValueTask InitializeAsync()
    {
        skill = await TestSkill.StartAsync(store: store, isFreshEachTurn: isFreshEachTurn);
        talk = new Talk(skill, "de-DE");
    }

    public async ValueTask DisposeAsync()
    {
        await skill.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_match_is_told_in_German_and_recorded_in_the_catalogs_words()
    {
        await talk.SayAsync(Request("LaunchRequest"));
        talk.Speech.ShouldStartWith("Willkommen beim Haustier-Finder!");

        string[] wish = [German("size", "riesig", "groß", "large"), German("temperament", "Wachhund", "Wachhund", "watch"),
            German("energy", "sportlich", "lebhaft", "high")];
        (await talk.SayAsync(PetMatch("COMPLETED", wish))).ShouldBe(
            "Ein Deutscher Schäferhund würde gut zu dir passen: ein großer, lebhafter Wachhund. Soll ich noch einen Hund suchen?");

        talk.Last["response"]!["card"]!["title"]!.GetValue<string>().ShouldBe("Haustier-Finder");
        talk.Last["response"]!["card"]!["content"]!.GetValue<string>().ShouldStartWith("Ein Deutscher Schäferhund");
        var hit = skill.Hits.ShouldHaveSingleItem();
        hit["slot_value_size_resolved"]!["S"]!.GetValue<string>().ShouldBe("large");
        hit["slot_value_size_synonym"]!["S"]!.GetValue<string>().ShouldBe("riesig");
        hit["slot_value_energy_resolved"]!["S"]!.GetValue<string>().ShouldBe("high");
        hit["breed"]!["S"]!.GetValue<string>().ShouldBe("German Shepherd");
        store.Stored!["lastMatch"]!["breed"]!.GetValue<string>().ShouldBe("German Shepherd");

        (await talk.SayAsync(MemoryJson.LastMatch)).ShouldStartWith(
            "Dein letzter Treffer war ein Deutscher Schäferhund, ein großer, lebhafter Wachhund.");
        await talk.SayAsync(MemoryJson.MyNameIs("Anna"));
        (await new Talk(skill, "de-DE").SayAsync(Request("LaunchRequest"))).ShouldStartWith(
            "Willkommen zurück, Anna! Letztes Mal war es ein Deutscher Schäferhund, ein großer, lebhafter Wachhund.");
        (await new Talk(skill).SayAsync(Request("LaunchRequest"))).ShouldStartWith(
            "Welcome back, Anna! Last time I found you a German Shepherd, a large watch dog with high energy.");
    }

    [Fact]
    public async Task Several_meanings_are_told_apart_in_German()
    {
        var mini = Said("size", "mini", "small", "tiny")
            .Replace("\"name\":\"small\"", "\"name\":\"klein\"", StringComparison.Ordinal)
            .Replace("\"name\":\"tiny\"", "\"name\":\"winzig\"", StringComparison.Ordinal);

        (await talk.SayAsync(PetMatch("STARTED", mini))).ShouldBe("Meinst du klein oder winzig?");
        (await talk.IntendAsync("AMAZON.HelpIntent")).ShouldStartWith("Es geht um die Größe.");
        talk.Speech.ShouldEndWith("Meinst du klein oder winzig?");
        talk.Elicited.ShouldBe("size");
    }

    [Fact]
    public async Task What_is_not_known_is_asked_for_again_in_German()
    {
        (await talk.SayAsync(PetMatch("STARTED", Unresolved("energy", "lila"))))
            .ShouldBe("So viel Energie kann ich leider nicht einschätzen. Soll er ruhig, ausgeglichen oder lebhaft sein?");
        talk.Elicited.ShouldBe("energy");
    }

    [Fact]
    public async Task No_match_is_told_in_German()
    {
        string[] wish = [Said("size", "tiny"), Said("temperament", "guard"), Said("energy", "low")];

        (await talk.SayAsync(PetMatch("COMPLETED", wish)))
            .ShouldStartWith("Ich habe überall gesucht, aber einen winzigen, ruhigen Schutzhund kenne ich nicht.");
    }

    [Fact]
    public async Task Mythical_creatures_are_refused_in_German()
    {
        var unicorn = German("pet", "Einhorn", "Fabelwesen", "mythical_creatures");

        (await talk.SayAsync(PetMatch("STARTED", unicorn))).ShouldContain("Fabelwesen");
        skill.Hits.ShouldHaveSingleItem()["slot_value_animal_resolved"]!["S"]!.GetValue<string>().ShouldBe("mythical creatures");
    }

    [Fact]
    public async Task A_dialog_is_taken_up_again_in_German()
    {
        await talk.SayAsync(PetMatch("IN_PROGRESS", German("size", "riesig", "groß", "large")));
        (await talk.IntendAsync("AMAZON.FallbackIntent")).ShouldBe(
            "Das habe ich leider nicht verstanden. Soll es ein Familienhund, ein Schutzhund oder ein Wachhund sein?");

        await talk.AnswerAsync(Said("temperament", "guard"), Said("energy", "high"));
        skill.LookedUp.ShouldBe(["canine-high-large-guard"]);
        skill.Hits[^1]["slot_value_size_resolved"]!["S"]!.GetValue<string>().ShouldBe("large");
        skill.Hits[^1]["slot_value_size_synonym"]!["S"]!.GetValue<string>().ShouldBe("riesig");
        skill.Hits[^1]["slot_value_size_is_valid"]!["N"]!.GetValue<string>().ShouldBe("1");
    }

    [Fact]
    public async Task No_is_no_answer_to_which_one_and_repeated_it_is_in_German()
    {
        await talk.SayAsync(PetMatch("STARTED"));

        var answer = await talk.IntendAsync("AMAZON.NoIntent");

        answer.ShouldBe("Kein Problem. Wenn nichts davon passt, sag stopp. Soll dein Hund winzig, klein, mittelgroß oder groß sein?");
        (await talk.IntendAsync("AMAZON.RepeatIntent")).ShouldBe(answer);
    }

    private static string German(string slot, string spoken, string name, string id) =>
        Said(slot, spoken, id).Replace($"\"name\":\"{id}\",\"id\"", $"\"name\":\"{name}\",\"id\"", StringComparison.Ordinal);
}

public sealed class GermanWithOneSkillTests() : GermanTests(isFreshEachTurn: false);

public sealed class GermanWithFreshSkillsTests() : GermanTests(isFreshEachTurn: true);
