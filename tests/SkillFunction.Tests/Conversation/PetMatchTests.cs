using System.Text.Json.Nodes;
using SkillFunction.Tests.Fakes;
using static SkillFunction.Tests.Fakes.AlexaJson;

namespace SkillFunction.Tests.Conversation;

public sealed class PetMatchTests : IAsyncLifetime
{
    private const string Started = "STARTED";
    private const string InProgress = "IN_PROGRESS";
    private const string Completed = "COMPLETED";
    private const string Otterhound = "An Otterhound would be a great match: a large guard dog with high energy.";

    private static readonly string[] LargeGuardHigh =
    [
        Said("size", "huge", "large"),
        Said("temperament", "guard"),
        Said("energy", "run", "high"),
    ];

    private TestSkill skill = null!;

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync();

    public ValueTask DisposeAsync() => skill.DisposeAsync();

    [Theory]
    [InlineData(0, "size", "Would you like a tiny, small, medium or large dog?")]
    [InlineData(1, "temperament", "Should it be a family dog, a guard dog or a watch dog?")]
    [InlineData(2, "energy", "Should its energy be low, medium or high?")]
    public async Task What_is_missing_is_asked_for_in_the_skills_own_words_whatever_the_dialogs_state(int slots, string next, string question)
    {
        foreach (var dialogState in new[] { Started, InProgress, Completed, null })
        {
            var response = await skill.AskAsync(PetMatch(dialogState, [Said("pet", "puppy", "dog"), .. LargeGuardHigh[..slots]]));

            Speech(response).ShouldBe($"<speak>{question}</speak>");
            Reprompt(response).ShouldBe(Speech(response));
            Elicits(response, next);
            var updated = response["response"]!["directives"]![0]!["updatedIntent"]!;
            ((string?)updated["name"]).ShouldBe("PetMatchIntent");
            new[] { "pet", "size", "temperament", "energy" }.Select(slot => (string?)updated["slots"]![slot]!["value"])
                .ShouldBe(new[] { "puppy", "huge", "guard", "run" }.Select((said, at) => at <= slots ? said : null));
        }

        skill.Hits.Select(hit => (string?)hit["outcome"]!["S"]).ShouldBe(["elicit", "elicit", "elicit", "elicit"]);
        skill.Hits.Select(hit => (string?)hit["elicited_slot"]!["S"]).ShouldBe([next, next, next, next]);
        skill.Hits.Select(hit => (string?)hit["dialog_state"]?["S"]).ShouldBe([Started, InProgress, Completed, null]);
        skill.Hits.ShouldAllBe(hit => hit["slot_value_size_resolved"] == null && hit["slot_value_animal_resolved"] == null);
        skill.LookedUp.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Started)]
    [InlineData(InProgress)]
    [InlineData(Completed)]
    public async Task Several_matches_are_told_apart(string dialogState)
    {
        var response = await skill.AskAsync(PetMatch(dialogState, Said("size", "mini", "small", "tiny"), Unresolved("energy", "purple")));

        Speech(response).ShouldBe("<speak>Do you mean small or tiny?</speak>");
        Reprompt(response).ShouldBe(Speech(response));
        Elicits(response, "size");
        response["response"]!["directives"]![0]!["updatedIntent"]!["slots"]!["size"]!["value"]!.GetValue<string>().ShouldBe("mini");
        Hit("outcome").ShouldBe("elicit");
        Hit("elicited_slot").ShouldBe("size");
        Hit("unmatched").ShouldBe("energy=purple");
    }

    [Fact]
    public async Task Three_matches_are_told_apart_too() =>
        Speech(await skill.AskAsync(PetMatch(InProgress, Said("energy", "any", "low", "med", "high"))))
            .ShouldBe("<speak>Do you mean low, medium or high?</speak>");

    [Theory]
    [InlineData("size", "ER_SUCCESS_NO_MATCH")]
    [InlineData("temperament", "ER_ERROR_TIMEOUT")]
    [InlineData("energy", "ER_ERROR_EXCEPTION")]
    public async Task What_is_not_known_is_asked_for_again(string slot, string code)
    {
        foreach (var dialogState in new[] { Started, InProgress, Completed })
        {
            var others = LargeGuardHigh.Where(other => !other.Contains($"\"{slot}\":", StringComparison.Ordinal));
            var response = await skill.AskAsync(PetMatch(dialogState, [.. others, Unresolved(slot, "purple & <green>", code)]));

            Speech(response).ShouldStartWith($"<speak>Sorry, I don't know that {slot}.");
            Elicits(response, slot);
        }

        skill.Hits.Select(hit => (string?)hit["elicited_slot"]!["S"]).ShouldBe([slot, slot, slot]);
        skill.Hits.Select(hit => (string?)hit["unmatched"]!["S"]).Distinct().ShouldHaveSingleItem().ShouldBe($"{slot}=purple & <green>");
        skill.LookedUp.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ER_ERROR_TIMEOUT", "match")]
    [InlineData("ER_ERROR_EXCEPTION", "match")]
    [InlineData("ER_SUCCESS_NO_MATCH", "elicit")]
    public async Task A_canonical_value_said_word_for_word_needs_no_resolution(string code, string outcome)
    {
        await skill.AskAsync(PetMatch(Completed, [Unresolved("size", "Large", code), .. LargeGuardHigh[1..]]));

        Hit("outcome").ShouldBe(outcome);
        Hit("unmatched").ShouldBe(outcome == "match" ? null : "size=Large");
        Hit("slot_value_size_is_valid").ShouldBe(outcome == "match" ? "0" : null);
    }

    [Theory]
    [InlineData(Started)]
    [InlineData(InProgress)]
    [InlineData(Completed)]
    [InlineData(null)]
    public async Task Mythical_creatures_are_refused_in_every_state(string? dialogState)
    {
        var unicorn = Said("pet", "unicorn", "mythical_creatures");
        var response = await skill.AskAsync(PetMatch(dialogState, unicorn, Unresolved("size", "purple")));

        Speech(response).ShouldContain("mythical creature");
        Ends(response).ShouldBe(false);
        Hit("outcome").ShouldBe("refused");
        Hit("slot_value_animal_resolved").ShouldBe("mythical creatures");
        Hit("slot_value_animal_synonym").ShouldBe("unicorn");
        Hit("slot_value_size_resolved").ShouldBe("purple");
        Hit("slot_value_size_is_valid").ShouldBe("0");
        Hit("unmatched").ShouldBe("size=purple");
        Hit("api_execution_time").ShouldBeNull();
        skill.LookedUp.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Started)]
    [InlineData(InProgress)]
    [InlineData(Completed)]
    [InlineData(null)]
    public async Task A_breed_is_recommended_as_soon_as_all_is_known(string? dialogState)
    {
        var response = await skill.AskAsync(PetMatch(dialogState, [Said("pet", "puppy", "dog"), .. LargeGuardHigh]));

        skill.LookedUp.ShouldBe(["canine-high-large-guard"]);
        Speech(response).ShouldBe($"<speak>{Otterhound}</speak>");
        response["response"]!["card"]!.ToJsonString().ShouldBe(
            $$"""{"type":"Simple","title":"Pet Match","content":"{{Otterhound}}"}""");
        Ends(response).ShouldBe(true);
        Hit("outcome").ShouldBe("match");
        Hit("breed").ShouldBe("Otterhound");
        Hit("api_execution_time").ShouldBe("42");
        Hit("dialog_state").ShouldBe(dialogState);
    }

    [Fact]
    public async Task A_hit_tells_everything_about_its_request()
    {
        await skill.AskAsync(PetMatch(Completed, [Said("pet", "puppy", "dog"), .. LargeGuardHigh]));

        skill.Hits.ShouldHaveSingleItem().ToJsonString().ShouldBe(
            $$"""
            {"request_id":{"S":"request-1"},"user_id":{"S":"{{UserId}}"},"api_execution_time":{"N":"42"},
            "slot_value_animal_resolved":{"S":"dog"},"slot_value_animal_synonym":{"S":"puppy"},"slot_value_animal_is_valid":{"N":"1"},
            "slot_value_size_resolved":{"S":"large"},"slot_value_size_synonym":{"S":"huge"},"slot_value_size_is_valid":{"N":"1"},
            "slot_value_temperament_resolved":{"S":"guard"},"slot_value_temperament_synonym":{"S":"guard"},
            "slot_value_temperament_is_valid":{"N":"1"},
            "slot_value_energy_resolved":{"S":"high"},"slot_value_energy_synonym":{"S":"run"},"slot_value_energy_is_valid":{"N":"1"},
            "event_time":{"S":"2026-11-21 09:30:15.123"},"session_id":{"S":"session-1"},"new_session":{"N":"1"},"locale":{"S":"en-US"},
            "dialog_state":{"S":"COMPLETED"},"outcome":{"S":"match"},"breed":{"S":"Otterhound"},"screen":{"N":"1"},
            "skill_version":{"S":"1.2.3"}
            }
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("guard")]
    [InlineData("watch")]
    public async Task An_empty_combination_is_no_match(string temperament)
    {
        string[] wish = [Said("size", "tiny"), Said("temperament", temperament), Said("energy", "low")];
        var response = await skill.AskAsync(PetMatch(Completed, wish));

        Speech(response).ShouldStartWith($"<speak>I looked everywhere, but I don't know a tiny {temperament} dog with low energy.");
        Ends(response).ShouldBe(false);
        Hit("outcome").ShouldBe("no_match");
        Hit("breed").ShouldBeNull();
        Hit("api_execution_time").ShouldBe("42");
    }

    [Theory]
    [InlineData("size")]
    [InlineData("temperament")]
    [InlineData("energy")]
    public async Task A_complete_dialog_that_lacks_a_slot_asks_for_it(string slot)
    {
        var others = LargeGuardHigh.Where(other => !other.Contains($"\"{slot}\":", StringComparison.Ordinal));
        var response = await skill.AskAsync(PetMatch(Completed, [.. others, Empty(slot)]));

        Speech(response).ShouldNotContain("Sorry");
        Elicits(response, slot);
        Hit("outcome").ShouldBe("elicit");
        Hit("elicited_slot").ShouldBe(slot);
        Hit("unmatched").ShouldBeNull();
    }

    [Fact]
    public async Task Med_means_medium_whether_matched_or_only_said()
    {
        string[] energies = [Said("energy", "so so", "med"), Unresolved("energy", "med"), Unresolved("energy", "med", "ER_ERROR_TIMEOUT")];
        foreach (var energy in energies)
        {
            await skill.AskAsync(PetMatch(Completed, [.. LargeGuardHigh[..2], energy]));
        }

        skill.LookedUp.ShouldBe(["canine-medium-large-guard", "canine-medium-large-guard", "canine-medium-large-guard"]);
        skill.Hits.Select(hit => (string?)hit["slot_value_energy_resolved"]!["S"]).ShouldBe(["medium", "med", "med"]);
        skill.Hits.Select(hit => (string?)hit["slot_value_energy_is_valid"]!["N"]).ShouldBe(["1", "0", "0"]);
    }

    [Fact]
    public async Task Values_in_another_language_are_known_by_their_ids()
    {
        var groß = Said("size", "riesig", "large").Replace("\"name\":\"large\"", "\"name\":\"groß\"", StringComparison.Ordinal);

        await skill.AskAsync(PetMatch(Completed, [groß, .. LargeGuardHigh[1..]]));

        Hit("slot_value_size_resolved").ShouldBe("large");
        Hit("breed").ShouldBe("Otterhound");
    }

    [Fact]
    public async Task Whoever_wants_another_animal_gets_a_dog()
    {
        foreach (var pet in new[] { Said("pet", "kitten", "cat"), Unresolved("pet", "hamster") })
        {
            var response = await skill.AskAsync(PetMatch(Completed, [pet, .. LargeGuardHigh]));

            Speech(response).ShouldBe($"<speak>Dogs are all I know, so a dog it is. {Otterhound}</speak>");
        }

        skill.Hits.Select(hit => (string?)hit["unmatched"]?["S"]).ShouldBe([null, "pet=hamster"]);
        skill.Hits.Select(hit => (string?)hit["slot_value_animal_resolved"]!["S"]).ShouldBe(["cat", "hamster"]);
    }

    [Fact]
    public async Task Everything_unmatched_is_listed_in_order()
    {
        await skill.AskAsync(PetMatch(
            InProgress, Unresolved("energy", "d"), Unresolved("temperament", "c"), Unresolved("size", "b"), Unresolved("pet", "a")));

        Hit("unmatched").ShouldBe("pet=a; size=b; temperament=c; energy=d");
        Hit("elicited_slot").ShouldBe("size");
    }

    private static string Speech(JsonNode response) => (string)response["response"]!["outputSpeech"]!["ssml"]!;

    private static string Reprompt(JsonNode response) => (string)response["response"]!["reprompt"]!["outputSpeech"]!["ssml"]!;

    private static bool? Ends(JsonNode response) => (bool?)response["response"]!["shouldEndSession"];

    private static void Elicits(JsonNode response, string slot)
    {
        var directive = response["response"]!["directives"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)directive["type"]).ShouldBe("Dialog.ElicitSlot");
        ((string?)directive["slotToElicit"]).ShouldBe(slot);
        Ends(response).ShouldBe(false);
    }

    /// <summary>An attribute of the only hit that was written.</summary>
    private string? Hit(string column) => skill.Hits.ShouldHaveSingleItem()[column]?.AsObject().Single().Value!.GetValue<string>();
}
