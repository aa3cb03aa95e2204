using AlexaSkill.Responses;
using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;
using SkillFunction.Tests.Memory;
using static SkillFunction.Tests.Fakes.AlexaJson;

namespace SkillFunction.Tests.Conversation;

public abstract class ConversationTests(bool isFreshEachTurn) : IAsyncLifetime
{
    private const string Started = "STARTED";
    private const string InProgress = "IN_PROGRESS";
    private const string Completed = "COMPLETED";
    private const string Yes = "AMAZON.YesIntent";
    private const string No = "AMAZON.NoIntent";
    private const string Help = "AMAZON.HelpIntent";
    private const string Fallback = "AMAZON.FallbackIntent";
    private const string WhatKind = "What kind of dog would you like? You can also just say: find a pet.";
    private const string WhichSize = "Would you like a tiny, small, medium or large dog?";
    private const string WhichTemperament = "Should it be a family dog, a guard dog or a watch dog?";
    private const string AnotherOne = "Shall I look for another one?";
    private const string Sure = "I would forget your name and your last match for good. Are you sure?";

    private static readonly string[] LargeGuardHigh = [Said("size", "large"), Said("temperament", "guard"), Said("energy", "high")];

    private readonly MemoryStore store = new();
    private TestSkill skill = null!;

    private IEnumerable<string?> Outcomes => skill.Hits.Select(hit => (string?)hit["outcome"]!["S"]);

    public async ValueTask InitializeAsync() => skill = await TestSkill.StartAsync(store: store, isFreshEachTurn: isFreshEachTurn);

    public async ValueTask DisposeAsync()
    {
        await skill.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_conversation_goes_from_hello_to_a_breed_and_on_to_another()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(Request("LaunchRequest"));
        (await talk.SayAsync(PetMatch(Started))).ShouldBe(WhichSize);
        (await talk.AnswerAsync(LargeGuardHigh[0])).ShouldBe(WhichTemperament);
        (await talk.AnswerAsync(LargeGuardHigh[1])).ShouldBe("Should its energy be low, medium or high?");

        (await talk.AnswerAsync(LargeGuardHigh[2]))
            .ShouldBe($"An Otterhound would be a great match: a large guard dog with high energy. {AnotherOne}");
        talk.Reprompt.ShouldBe(AnotherOne);
        talk.Ends.ShouldBe(false);
        Outcomes.ShouldBe(["elicit", "elicit", "elicit", "match"]);
        skill.Hits.Select(hit => (string?)hit["elicited_slot"]?["S"]).ShouldBe(["size", "temperament", "energy", null]);

        (await talk.IntendAsync(Yes)).ShouldBe($"Gladly! {WhichSize}");
        talk.Elicited.ShouldBe("size");
        (await talk.AnswerAsync(Said("size", "tiny"))).ShouldBe(WhichTemperament);
        skill.Hits.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Whoever_wants_no_other_dog_is_let_go()
    {
        var talk = await MatchedAsync();

        (await talk.IntendAsync(No)).ShouldStartWith("Goodbye");
        talk.Ends.ShouldBe(true);
        talk.Reprompt.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Started, "true")]
    [InlineData(Started, "false")] // as where Alexa or somebody on the way has opened the session before
    [InlineData(InProgress, "null")]
    [InlineData(Completed, "true")]
    [InlineData(null, "false")]
    public async Task Whoever_asks_for_everything_at_once_gets_it_and_is_done(string? dialogState, string isNew)
    {
        var request = PetMatch(dialogState, LargeGuardHigh).Replace("\"new\":true", $"\"new\":{isNew}", StringComparison.Ordinal);

        var response = (await skill.AskAsync(request))["response"]!;

        ((string?)response["outputSpeech"]!["ssml"]).ShouldEndWith("with high energy.</speak>");
        ((bool?)response["shouldEndSession"]).ShouldBe(true);
        response["reprompt"].ShouldBeNull();
        Outcomes.ShouldBe(["match"]);
    }

    [Theory]
    [InlineData(0, "It's about the size.", "size")]
    [InlineData(1, "It's about what your dog is good at.", "temperament")]
    [InlineData(2, "It's about how lively your dog is.", "energy")]
    public async Task Help_in_a_dialog_is_about_the_open_slot_and_loses_nothing(int known, string help, string slot)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(known == 0 ? Started : InProgress, [Said("pet", "puppy", "dog"), .. LargeGuardHigh[..known]]));

        (await talk.IntendAsync(Help)).ShouldStartWith(help);
        talk.Elicited.ShouldBe(slot);
        talk.Reprompt.ShouldNotBeEmpty();

        await talk.AnswerAsync(LargeGuardHigh[known..]);
        talk.Speech.ShouldStartWith("An Otterhound");
        skill.Hits[^1]["slot_value_animal_synonym"]!["S"]!.GetValue<string>().ShouldBe("puppy");
        Outcomes.ShouldBe(["elicit", "match"]);
    }

    [Theory]
    [InlineData(Fallback, "Sorry, I didn't get that.")]
    [InlineData("OrderPizzaIntent", "Sorry, I didn't get that.")]
    [InlineData(Yes, "Please choose one.")]
    [InlineData(No, "No problem. If none of these suits you, say stop.")]
    public async Task What_does_not_answer_a_question_leaves_it_open(string intent, string answer)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(InProgress, LargeGuardHigh[0]));

        for (var again = 0; again < 3; again++)
        {
            (await talk.IntendAsync(intent)).ShouldBe($"{answer} {WhichTemperament}");
            talk.Elicited.ShouldBe("temperament");
        }

        await talk.AnswerAsync(LargeGuardHigh[1..]);
        talk.Speech.ShouldStartWith("An Otterhound");
    }

    [Fact]
    public async Task A_detour_comes_back_to_the_dialog()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(InProgress, Said("size", "huge", "large"), Said("energy", "run", "high")));

        (await talk.SayAsync(MemoryJson.LastMatch)).ShouldBe($"I haven't found a dog for you yet. {WhichTemperament}");
        (await talk.SayAsync(MemoryJson.MyNameIs("Anna"))).ShouldEndWith($"I'll remember your name. {WhichTemperament}");
        (await talk.SayAsync(MemoryJson.MyNameIs(""))).ShouldStartWith("Sorry, I didn't catch your name.");
        (await talk.SayAsync(MemoryJson.MyNameIs("Bob"))).ShouldEndWith(WhichTemperament);
        (await talk.SayAsync(MemoryJson.ForgetMe)).ShouldBe(Sure);
        (await talk.IntendAsync(No)).ShouldBe($"Fine, I keep what I know. {WhichTemperament}");
        talk.Elicited.ShouldBe("temperament");

        await talk.AnswerAsync(Said("temperament", "guard"));
        skill.LookedUp.ShouldBe(["canine-high-large-guard"]);
        skill.Hits[^1]["slot_value_size_synonym"]!["S"]!.GetValue<string>().ShouldBe("huge");
    }

    [Fact]
    public async Task Several_meanings_stay_open_over_a_detour()
    {
        var talk = new Talk(skill);

        (await talk.SayAsync(PetMatch(InProgress, Said("size", "mini", "small", "tiny"), LargeGuardHigh[1])))
            .ShouldBe("Do you mean small or tiny?");
        (await talk.IntendAsync(Help)).ShouldStartWith("It's about the size.");
        talk.Speech.ShouldEndWith("Do you mean small or tiny?");
        talk.Elicited.ShouldBe("size");
        (await talk.AnswerAsync(Said("energy", "high"))).ShouldBe("Do you mean small or tiny?");
        (await talk.IntendAsync(Yes)).ShouldBe("Please choose one. Do you mean small or tiny?");

        await talk.AnswerAsync(Said("size", "small"));
        skill.LookedUp.ShouldBe(["canine-high-small-guard"]);
    }

    [Fact]
    public async Task Whoever_means_none_of_several_may_choose_anew()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(InProgress, Said("size", "mini", "small", "tiny"), LargeGuardHigh[1]));

        (await talk.IntendAsync(No)).ShouldEndWith(WhichSize);
        (await talk.AnswerAsync(Said("size", "large"))).ShouldBe("Should its energy be low, medium or high?");
    }

    [Fact]
    public async Task What_is_not_known_is_not_asked_for_twice_and_goes_on_to_the_hit()
    {
        var talk = new Talk(skill);
        (await talk.SayAsync(PetMatch(Started, Unresolved("size", "purple"), Unresolved("energy", "loud"), Unresolved("pet", "hamster"))))
            .ShouldBe($"Sorry, I don't know that size. {WhichSize}");
        (await talk.AnswerAsync(LargeGuardHigh[1])).ShouldBe("Sorry, I don't know that energy. Should its energy be low, medium or high?");
        (await talk.AnswerAsync(LargeGuardHigh[2])).ShouldBe(WhichSize);

        (await talk.AnswerAsync(LargeGuardHigh[0])).ShouldStartWith("Dogs are all I know, so a dog it is. An Otterhound");
        skill.Hits.Select(hit => (string?)hit["unmatched"]!["S"])
            .ShouldBe(["pet=hamster; size=purple; energy=loud", "pet=hamster; energy=loud", "pet=hamster", "pet=hamster"]);
        skill.Hits[^1]["slot_value_animal_is_valid"]!["N"]!.GetValue<string>().ShouldBe("0");
    }

    [Theory]
    [InlineData("AMAZON.HelpIntent")]
    [InlineData("LastMatchIntent")]
    public async Task What_was_resolved_once_is_known_when_it_comes_back_as_a_bare_word(string detour)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, Said("pet", "puppy", "dog"), Said("size", "ginormous", "large")));
        await talk.IntendAsync(detour);
        await talk.AnswerAsync(Said("temperament", "to protect me", "guard"));
        await talk.AnswerAsync(Said("energy", "run", "high"));

        skill.LookedUp.ShouldBe(["canine-high-large-guard"]);
        var hit = skill.Hits[^1];
        string?[] size = [.. new[] { "resolved", "synonym" }.Select(part => (string?)hit[$"slot_value_size_{part}"]!["S"])];
        size.ShouldBe(["large", "ginormous"]);
        new[] { "animal", "size", "temperament", "energy" }
            .ShouldAllBe(slot => (string?)hit[$"slot_value_{slot}_is_valid"]!["N"] == "1");
        hit["unmatched"].ShouldBeNull();
    }

    [Fact]
    public async Task A_slot_that_is_said_anew_replaces_what_was_known()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, Said("size", "ginormous", "large"), LargeGuardHigh[1]));

        await talk.AnswerAsync(Said("size", "teacup", "tiny"), LargeGuardHigh[2]);

        skill.LookedUp.ShouldBe(["canine-high-tiny-guard"]);
        skill.Hits[^1]["slot_value_size_synonym"]!["S"]!.GetValue<string>().ShouldBe("teacup");
    }

    [Fact]
    public async Task What_Alexa_forgets_of_a_dialog_the_session_knows()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, LargeGuardHigh[0]));
        (await talk.SayAsync(Request("Connections.Response"))).ShouldBe(WhichTemperament);

        (await talk.SayAsync(PetMatch(Started, LargeGuardHigh[1]))).ShouldBe("Should its energy be low, medium or high?");
        (await talk.SayAsync(PetMatch(Started, LargeGuardHigh[2]))).ShouldStartWith("An Otterhound");
    }

    [Fact]
    public async Task A_conversation_is_begun_afresh_where_the_user_wants_it()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, LargeGuardHigh[..2]));

        (await talk.IntendAsync("AMAZON.StartOverIntent")).ShouldBe($"Gladly! {WhichSize}");
        talk.Elicited.ShouldBe("size");
        (await talk.AnswerAsync(Said("size", "tiny"))).ShouldBe(WhichTemperament);
    }

    [Fact]
    public async Task Whatever_was_said_last_is_said_again_word_for_word()
    {
        await using var varied = await TestSkill.StartAsync(random: new Random(5), isFreshEachTurn: isFreshEachTurn);
        var talk = new Talk(varied);
        string[] requests =
        [
            Request("LaunchRequest"), PetMatch(Started), Intent(Help), PetMatch(InProgress, Said("size", "mini", "small", "tiny")),
            PetMatch(Completed, LargeGuardHigh),
        ];
        foreach (var request in requests)
        {
            var (said, asked) = (await talk.SayAsync(request), talk.Elicited);
            for (var again = 0; again < 2; again++)
            {
                (await talk.IntendAsync("AMAZON.RepeatIntent")).ShouldBe(said);
                talk.Elicited.ShouldBe(asked);
                talk.Reprompt.ShouldNotBeEmpty();
            }
        }

        talk.Speech.ShouldContain("an Otterhound", Case.Insensitive);
        (await new Talk(skill).IntendAsync("AMAZON.RepeatIntent")).ShouldBe(WhatKind);
    }

    [Theory]
    [InlineData("AudioPlayer.PlaybackStarted", "\"offsetInMilliseconds\":0")]
    [InlineData("PlaybackController.NextCommandIssued", "\"x\":1")]
    [InlineData("AlexaSkillEvent.SkillEnabled", "\"x\":1")]
    [InlineData("System.ExceptionEncountered", "\"error\":{\"type\":\"INVALID_RESPONSE\"}")]
    [InlineData("Alexa.Presentation.APL.RuntimeError", "\"errors\":[]")]
    public async Task What_takes_no_speech_leaves_the_question_open(string type, string properties)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, LargeGuardHigh[0]));
        var known = talk.Last["sessionAttributes"]!.ToJsonString();

        (await talk.SayAsync(Request(type, properties))).ShouldBeEmpty();
        talk.Last["response"]!.ToJsonString().ShouldBe("{}");
        talk.Last["sessionAttributes"]!.ToJsonString().ShouldBe(known);
        (await talk.SayAsync(PetMatch(Started, LargeGuardHigh[1]))).ShouldBe("Should its energy be low, medium or high?");
    }

    [Theory]
    [InlineData("Alexa.Presentation.APL.UserEvent", "\"arguments\":[\"other\"],\"token\":\"match\"")]
    [InlineData("Connections.Response", "\"x\":1")]
    [InlineData("SessionResumedRequest", "\"cause\":{}")]
    [InlineData("Alexa.Of.Next.Year", "\"x\":1")]
    public async Task Where_Alexa_takes_no_dialog_directive_speech_and_reprompt_ask(string type, string properties)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Started, LargeGuardHigh[0]));

        (await talk.SayAsync(Request(type, properties))).ShouldEndWith(WhichTemperament);
        talk.Reprompt.ShouldBe(WhichTemperament);
        talk.Last["response"]!["directives"].ShouldBeNull();
        talk.Ends.ShouldBe(false);
    }

    [Fact]
    public async Task A_screen_shows_a_match_only_where_no_slot_is_asked_for()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(Completed, LargeGuardHigh));
        talk.Directive("Alexa.Presentation.APL.RenderDocument").ShouldNotBeNull();
        await talk.SayAsync(PetMatch(Started));

        (await talk.SayAsync(MemoryJson.LastMatch)).ShouldEndWith(WhichSize);

        talk.Last["response"]!["directives"]!.AsArray().ShouldHaveSingleItem()!["type"]!.GetValue<string>().ShouldBe("Dialog.ElicitSlot");
        talk.Last["response"]!["card"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Alexa.Presentation.APL.UserEvent", "\"arguments\":[{\"other\":1}],\"token\":\"match\"")]
    [InlineData("Alexa.Presentation.APL.UserEvent", "\"arguments\":[\"another\"],\"token\":\"another document\"")]
    [InlineData("Alexa.Presentation.APL.UserEvent", "\"arguments\":null")]
    [InlineData("Connections.Response", "\"name\":\"Upsell\",\"status\":{\"code\":\"200\"}")]
    [InlineData("SessionResumedRequest", "\"cause\":{}")]
    public async Task What_has_no_meaning_for_the_skill_leaves_the_question_open(string type, string properties)
    {
        var talk = await MatchedAsync();

        (await talk.SayAsync(Request(type, properties))).ShouldBe(AnotherOne);
        (await talk.IntendAsync(No)).ShouldStartWith("Goodbye");
    }

    [Fact]
    public async Task What_was_not_resolved_is_not_taken_for_resolved_after_a_detour()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(InProgress, Unresolved("size", "Large", "ER_ERROR_TIMEOUT")));
        await talk.IntendAsync(Help);

        await talk.AnswerAsync(LargeGuardHigh[1..]);

        talk.Speech.ShouldStartWith("An Otterhound");
        skill.Hits[^1]["slot_value_size_is_valid"]!["N"]!.GetValue<string>().ShouldBe("0");
        skill.Hits[^1]["slot_value_size_synonym"]!["S"]!.GetValue<string>().ShouldBe("Large");
    }

    [Fact]
    public async Task Where_no_breed_suits_another_size_may_and_the_rest_stays()
    {
        var talk = new Talk(skill);

        (await talk.SayAsync(PetMatch(Completed, Said("size", "tiny"), LargeGuardHigh[1], Said("energy", "lazy", "low"))))
            .ShouldBe("I looked everywhere, but I don't know a tiny guard dog with low energy. Let's try another size. "
                + "Would you like a tiny, small, medium or large dog?");
        talk.Elicited.ShouldBe("size");

        await talk.AnswerAsync(Said("size", "small"));
        skill.LookedUp.ShouldBe(["canine-low-tiny-guard", "canine-low-small-guard"]);
        Outcomes.ShouldBe(["no_match", "match"]);
    }

    [Fact]
    public async Task A_refusal_forgets_the_creature_and_goes_on_with_the_rest()
    {
        var talk = new Talk(skill);

        (await talk.SayAsync(PetMatch(InProgress, Said("pet", "unicorn", "mythical creatures"), LargeGuardHigh[0])))
            .ShouldEndWith($"Dogs are easier to keep. {WhichTemperament}");

        await talk.AnswerAsync(LargeGuardHigh[1..]);
        talk.Speech.ShouldStartWith("An Otterhound");
        skill.Hits[^1]["slot_value_animal_resolved"].ShouldBeNull();
    }

    [Fact]
    public async Task Help_fits_every_other_state_too()
    {
        var talk = new Talk(skill);
        (await talk.IntendAsync(Help)).ShouldStartWith("I match people with dogs.");
        talk.Speech.ShouldEndWith(WhatKind);

        var matched = await MatchedAsync();
        (await matched.IntendAsync(Help)).ShouldBe(
            $"I have found a dog for you. Say yes to look for another one, no to stop, or ask: what was my last match? {AnotherOne}");
        (await matched.SayAsync(MemoryJson.LastMatch)).ShouldEndWith(AnotherOne);
        (await matched.IntendAsync(Fallback)).ShouldBe($"Sorry, I didn't get that. {AnotherOne}");
        (await matched.IntendAsync(No)).ShouldStartWith("Goodbye");

        (await talk.SayAsync(MemoryJson.MyNameIs(null))).ShouldBe(
            "Sorry, I didn't catch your name. Say: my name is, and then your first name.");
        (await talk.IntendAsync(Help)).ShouldBe(
            "I can greet you by your name the next time. Say: my name is, and then your first name.");
    }

    [Fact]
    public async Task The_question_whether_to_forget_stays_open_over_help_and_what_was_not_understood()
    {
        store.Stored = [];
        var talk = new Talk(skill);
        await talk.SayAsync(MemoryJson.ForgetMe);

        (await talk.IntendAsync(Help)).ShouldBe(
            $"Say yes, and I delete everything that I remember about you. Say no, and it all stays. {Sure}");
        (await talk.IntendAsync(Fallback)).ShouldBe($"Sorry, I didn't get that. {Sure}");
        store.Uses.ShouldBeEmpty();
        (await talk.IntendAsync(Yes)).ShouldStartWith("Done, I have forgotten");
        store.Uses.ShouldBe(["delete"]);
    }

    [Theory]
    [InlineData("LastMatchIntent")]
    [InlineData("AMAZON.NoIntent")]
    public async Task A_yes_after_another_subject_forgets_nobody(string intent)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(MemoryJson.ForgetMe);
        await talk.IntendAsync(intent);

        (await talk.IntendAsync(Yes)).ShouldStartWith("Sorry, I didn't get that.");
        store.Uses.ShouldNotContain("delete");
    }

    [Theory]
    [InlineData("AMAZON.StopIntent")]
    [InlineData("AMAZON.CancelIntent")]
    [InlineData("AMAZON.NavigateHomeIntent")]
    public async Task Leaving_is_possible_everywhere_and_forgets_nobody(string intent)
    {
        var talk = new Talk(skill);
        await talk.SayAsync(PetMatch(InProgress, LargeGuardHigh[0]));
        await talk.SayAsync(MemoryJson.ForgetMe);

        (await talk.IntendAsync(intent)).ShouldStartWith("Goodbye");
        talk.Ends.ShouldBe(true);
        talk.Last["sessionAttributes"].ShouldBeNull();
        store.Uses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"question":5}""")]
    [InlineData("""{"question":"other","wish":{"size":["large","large"]}}""")]
    [InlineData("""{"question":"size","wish":{"size":"large","other":["a","b"],"energy":["a"],"pet":[1,2],"temperament":null}}""")]
    [InlineData("""{"question":"size","wish":[1]}""")]
    [InlineData("""{"question":"size","wish":{"size":{"spoken":1,"meanings":{},"valid":"yes"},"energy":{"meanings":[2],"valid":true}},"said":2}""")]
    [InlineData("""{"wish":{}}""")]
    public async Task Session_attributes_of_another_shape_do_no_harm(string attributes)
    {
        var request = Intent(Help).Replace("\"new\":true", $"\"new\":false,\"attributes\":{attributes}", StringComparison.Ordinal);

        var response = await skill.AskAsync(request);

        ((bool?)response["response"]!["shouldEndSession"]).ShouldBe(false);
        skill.Log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    public async Task Whatever_is_said_in_whatever_state_is_answered_and_listened_to(string locale)
    {
        await using var varied = await TestSkill.StartAsync(
            store: store, random: new Random(7), isFreshEachTurn: isFreshEachTurn);
        string[] intents =
        [
            Help, Fallback, Yes, No, "AMAZON.RepeatIntent", "AMAZON.StartOverIntent", "LastMatchIntent", "ForgetMeIntent", "OrderPizzaIntent", "AMAZON.StopIntent",
        ];
        string[] requests =
        [
            .. intents.Select(Intent),
            Request("LaunchRequest"),
            MemoryJson.MyNameIs("<A> & B"),
            MemoryJson.MyNameIs(null),
            PetMatch(Started),
            PetMatch(InProgress, Said("size", "mini", "small", "tiny")),
            PetMatch(InProgress, LargeGuardHigh[0], Unresolved("energy", "purple")),
            PetMatch(Completed, LargeGuardHigh),
            PetMatch(Completed, Said("size", "tiny"), Said("temperament", "guard"), Said("energy", "low")),
            PetMatch(Completed, Said("pet", "dragon", "mythical creatures")),
        ];
        foreach (var first in requests)
        {
            foreach (var second in requests)
            {
                var talk = new Talk(varied, locale);
                foreach (var request in new[] { first, second, second })
                {
                    await talk.SayAsync(request);
                    IsSound(talk);
                    if (talk.Ends == true)
                    {
                        break;
                    }
                }
            }
        }
    }

    private static void IsSound(Talk talk)
    {
        talk.Ends.ShouldNotBeNull();
        talk.Directive("Dialog.Delegate").ShouldBeNull();
        talk.Speech.ShouldNotBeEmpty();
        (talk.Ends == true).ShouldBe(talk.Reprompt.Length == 0, talk.Speech);
        foreach (var text in new[] { talk.Speech, talk.Reprompt })
        {
            text.ShouldNotContain("  ");
            text.ShouldBe(text.Trim());
            text.ShouldNotContain("{");
            Should.NotThrow(() => Ssml.Document(text));
        }
    }

    [Fact]
    public async Task Variants_are_chosen_by_the_seed()
    {
        async Task<string[]> SpeakAsync(int seed)
        {
            await using var varied = await TestSkill.StartAsync(random: new Random(seed));
            var speech = new string[20];
            for (var turn = 0; turn < speech.Length; turn++)
            {
                speech[turn] = await new Talk(varied).IntendAsync(Fallback);
            }

            return speech;
        }

        var first = await SpeakAsync(3);

        first.ShouldBe(await SpeakAsync(3));
        first.Distinct().ShouldBe(PhraseBook.For("en-US").Variants(Phrase.FallbackAtStart), ignoreOrder: true);
    }

    private async Task<Talk> MatchedAsync()
    {
        var talk = new Talk(skill);
        await talk.SayAsync(Request("LaunchRequest"));
        await talk.SayAsync(PetMatch(Completed, LargeGuardHigh));
        talk.Speech.ShouldEndWith(AnotherOne);
        return talk;
    }
}

public sealed class ConversationWithOneSkillTests() : ConversationTests(isFreshEachTurn: false);

public sealed class ConversationWithFreshSkillsTests() : ConversationTests(isFreshEachTurn: true);
