using System.Text.RegularExpressions;

namespace Repository.Tests.Alexa;

public sealed partial class InteractionModelTests
{
    private static readonly string[] BuiltInTypes = ["AMAZON.FirstName", "AMAZON.NUMBER"];

    private static readonly string[] Required = ["size", "temperament", "energy"];

    private static readonly string[] PublishedSamples =
    [
        "find a pet", "match me", "{size} {pet}", "for a {pet}", "{I_Want} {article} {pet}", "{I_Want} {article} {size} {temperament} dog",
        "{I_Want} {article} {pet} that is {temperament} and {energy}", "{article} {shedding} {size} {pet}",
        "{I_Want} to {energy} {at_the} {location}", "{energy} {pet}", "{I_Want} {article} {energy} {pet}",
        "{I_Want} {article} {temperament} dog that is {energy} energy",
    ];

    private static readonly KeyValuePair<string, string>[] PublishedAnswers =
    [
        new("size", "{size}"), new("size", "the {size}"), new("size", "{size} size"), new("size", "{comparison} than a {size}"),
        new("temperament", "{temperament}"), new("temperament", "{temperament} {pet}"),
        new("energy", "{energy}"), new("energy", "{energy} energy"), new("energy", "{I_Want} to {energy}"),
    ];

    public static TheoryData<string> Locales => [.. InteractionModel.Locales];

    public static TheoryData<string> EnglishLocales => [.. InteractionModel.Locales.Where(IsEnglish)];

    [Fact]
    public void English_and_German_are_spoken() => InteractionModel.Locales.ShouldBe(["de-DE", "en-GB", "en-US"]);

    [Theory]
    [MemberData(nameof(Locales))]
    public void An_invocation_name_is_two_or_more_lower_case_words(string locale) =>
        InteractionModel.Read(locale).LanguageModel.InvocationName.ShouldMatch(@"^\p{Ll}+( \p{Ll}+)+$");

    [Theory]
    [MemberData(nameof(Locales))]
    public void Names_and_ids_are_unique(string locale)
    {
        var model = InteractionModel.Read(locale);

        ShouldBeUnique(model.LanguageModel.Intents.Select(intent => intent.Name));
        ShouldBeUnique(model.LanguageModel.Types.Select(type => type.Name));
        ShouldBeUnique(model.Prompts.Select(prompt => prompt.Id));
        model.LanguageModel.Intents.ShouldAllBe(intent => AreUnique((intent.Slots ?? Array.Empty<ModelSlot>()).Select(slot => slot.Name)));
        foreach (var type in model.LanguageModel.Types)
        {
            ShouldBeUnique(type.Values.Select(value => value.Id));
            ShouldBeUnique(type.Values.Select(value => value.Name.Value));
            type.Values.ShouldAllBe(value => AreUnique(value.Phrases));
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_slot_is_typed_by_a_type_that_exists_and_every_type_is_used(string locale)
    {
        var model = InteractionModel.Read(locale).LanguageModel;
        var used = model.Intents.SelectMany(intent => intent.Slots ?? []).Select(slot => slot.Type).ToHashSet(StringComparer.Ordinal);

        used.Except(BuiltInTypes).ShouldBe(model.Types.Select(type => type.Name), ignoreOrder: true);
        model.Types.ShouldAllBe(type => type.Values.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_slots_in_a_sample_are_its_intents_own_and_each_is_there_once(string locale)
    {
        foreach (var intent in InteractionModel.Read(locale).LanguageModel.Intents)
        {
            var declared = (intent.Slots ?? []).Select(slot => slot.Name).ToArray();
            intent.AllSamples.ShouldAllBe(sample => Utterances.SlotsOf(sample).All(declared.Contains));
            intent.AllSamples.ShouldAllBe(sample => AreUnique(Utterances.SlotsOf(sample)));
            intent.Samples.SelectMany(Utterances.SlotsOf).Distinct().ShouldBe(declared, ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void A_slots_sample_contains_the_slot(string locale)
    {
        foreach (var slot in InteractionModel.Read(locale).PetMatch.Slots!.Where(slot => slot.Samples is not null))
        {
            slot.Samples!.ShouldAllBe(sample => Utterances.SlotsOf(sample).Contains(slot.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void No_sample_is_there_twice(string locale)
    {
        var model = InteractionModel.Read(locale).LanguageModel;

        ShouldBeUnique(model.Intents.SelectMany(intent => intent.Samples));
        ShouldBeUnique(model.Intents.SelectMany(intent => intent.Slots ?? []).SelectMany(slot => slot.Samples ?? []));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Samples_and_values_consist_of_what_can_be_said(string locale)
    {
        var model = InteractionModel.Read(locale).LanguageModel;

        model.Intents.SelectMany(intent => intent.AllSamples).ShouldAllBe(sample => Sample().IsMatch(sample));
        model.Types.SelectMany(type => type.Values).SelectMany(value => value.Phrases).ShouldAllBe(phrase => Phrase().IsMatch(phrase));
        model.Types.SelectMany(type => type.Values).ShouldAllBe(value => Id().IsMatch(value.Id));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_intent_of_ours_has_samples(string locale) => InteractionModel.Read(locale).LanguageModel.Intents
        .Where(intent => !intent.Name.StartsWith("AMAZON.", StringComparison.Ordinal))
        .ShouldAllBe(intent => intent.Samples.Count >= 10);

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_dialog_leaves_every_turn_to_the_skill_and_knows_the_slots_of_its_intent(string locale)
    {
        var model = InteractionModel.Read(locale);
        var dialog = model.Dialog.Intents.ShouldHaveSingleItem();

        model.Dialog.DelegationStrategy.ShouldBe("SKILL_RESPONSE");
        dialog.DelegationStrategy.ShouldBe("SKILL_RESPONSE");
        dialog.Name.ShouldBe(model.PetMatch.Name);
        dialog.Slots.Select(slot => (slot.Name, slot.Type)).ShouldBe(model.PetMatch.Slots!.Select(slot => (slot.Name, slot.Type)));
        (dialog.ConfirmationRequired || dialog.Slots.Any(slot => slot.ConfirmationRequired)).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_required_slot_has_samples_and_prompts_in_several_wordings_and_no_prompt_is_left_over(string locale)
    {
        var model = InteractionModel.Read(locale);
        var required = model.Dialog.Intents.Single().Slots.Where(slot => slot.ElicitationRequired).ToArray();

        required.Select(slot => slot.Name).ShouldBe(Required);
        model.PetMatch.Slots!.Where(slot => slot.Samples is { Count: > 3 }).Select(slot => slot.Name).ShouldBe(Required);
        required.ShouldAllBe(slot => slot.Prompts.ContainsKey("elicitation"));
        model.Prompts.Select(prompt => prompt.Id).ShouldBe(required.Select(slot => slot.Prompts["elicitation"]));
        model.Dialog.Intents.Single().Slots.Except(required).ShouldAllBe(slot => slot.Prompts.Count == 0);
        model.Prompts.ShouldAllBe(prompt => prompt.Variations.Count >= 3);
        model.Prompts.ShouldAllBe(prompt => AreUnique(prompt.Variations.Select(variation => variation.Value)));
        model.Prompts.SelectMany(prompt => prompt.Variations).ShouldAllBe(variation => variation.Type == "PlainText");
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_value_of_the_breed_catalog_can_be_said_and_no_other(string locale)
    {
        var lines = Checkout.Read("catalog", "breeds.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = lines.Select(line => line.Split(',')).ToArray();

        foreach (var slot in Required)
        {
            var canonical = rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], slot)]).Distinct();
            InteractionModel.Read(locale).Values(slot).Select(value => value.Id).ShouldBe(canonical, ignoreOrder: true);
        }
    }

    /// <summary>The skill takes a value's name if that is canonical, otherwise its id: both must mean the same.</summary>
    [Theory]
    [MemberData(nameof(Locales))]
    public void A_name_that_is_another_values_id_is_not_used(string locale)
    {
        foreach (var type in InteractionModel.Read(locale).LanguageModel.Types)
        {
            type.Values.ShouldAllBe(value => !type.Values.Any(other => other.Id != value.Id && other.Id == value.Name.Value));
        }
    }

    [Theory]
    [MemberData(nameof(EnglishLocales))]
    public void In_English_the_canonical_values_have_their_ids_for_names(string locale) => Required.Append("animal")
        .SelectMany(InteractionModel.Read(locale).Values)
        .ShouldAllBe(value => value.Name.Value == value.Id.Replace('_', ' '));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Mini_means_small_and_tiny_and_nothing_else_has_two_meanings(string locale)
    {
        foreach (var type in InteractionModel.Read(locale).LanguageModel.Types)
        {
            var meanings = type.Values.SelectMany(value => value.Phrases.Select(phrase => (Phrase: phrase, value.Id)))
                .GroupBy(meaning => meaning.Phrase, meaning => meaning.Id, StringComparer.OrdinalIgnoreCase)
                .Where(meaning => meaning.Count() > 1)
                .ToDictionary(meaning => meaning.Key, meaning => string.Join(", ", meaning.Order(StringComparer.Ordinal)));

            meanings.ShouldBe(type.Name == "size" ? new() { ["mini"] = "small, tiny" } : []);
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_locale_has_the_same_intents_slots_and_values(string locale) =>
        Outline(InteractionModel.Read(locale)).ShouldBe(Outline(InteractionModel.Read("en-US")));

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_intents_are_those_that_the_skill_tells_apart(string locale)
    {
        var routed = new[] { "src/AlexaSkill/Requests", "src/SkillFunction/Conversation" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs"))
            .SelectMany(source => IntentName().Matches(File.ReadAllText(source)))
            .Select(name => name.Groups[1].Value)
            .Distinct();

        InteractionModel.Read(locale).LanguageModel.Intents.Select(intent => intent.Name).ShouldBe(routed, ignoreOrder: true);
    }

    [Theory]
    [InlineData("en-US", "find a pet", "something tiny", "a guard dog", "high energy", "I'd like to go hiking in the mountains")]
    [InlineData("en-GB", "find a pet", "something teeny weeny", "a guard dog", "high energy", "I fancy a dog to watch telly with")]
    [InlineData("de-DE", "finde ein Haustier", "etwas winziges", "einen Wachhund", "viel Energie", "ich möchte einen kleinen Familienhund")]
    public void What_people_say_in_a_dialog_is_covered(string locale, params string[] phrases)
    {
        var model = InteractionModel.Read(locale);

        phrases.ShouldAllBe(phrase => Utterances.Covers(model, model.PetMatch, phrase));
    }

    /// <summary>The words that the published sample knows, which every English locale keeps beside its own.</summary>
    [Theory]
    [InlineData("size", "large", "huge, truck, gigantic, eat me out of house, scary big, ginormous, ride, waist height")]
    [InlineData("size", "medium", "bigger than a cat, on the bed, up to my knees, average")]
    [InlineData("size", "small", "little, mini, take on an airplane")]
    [InlineData("size", "tiny", "cheap to feed, teacup, mini, pocket, memo sized, yippy, carry in my purse, put in my pocket, itty bitty")]
    [InlineData("temperament", "watch", "adult, barks at people, watch dog")]
    [InlineData("temperament", "guard", "to protect me, protective, guard dog")]
    [InlineData("temperament", "family", "is kid friendly, good with kids, family friends, gentle with kids, family dog")]
    [InlineData("energy", "low", "to cuddle with, to watch netflix with, lazy")]
    [InlineData("energy", "medium", "for my apartment, fun to play with, tug of war, plays tug of war")]
    [InlineData("energy", "high", "that I can run with, play frisbee, run, hike, go hiking, play fetch, energetic, high energy")]
    [InlineData("animal", "dog", "puppy, doggie, canine")]
    [InlineData("animal", "cat", "kitty, kitten")]
    [InlineData("animal", "mythical_creatures", "unicorn, chimera, dragon, phoenix, troll, mermaid")]
    [InlineData("I_Want", "want", "I want")]
    [InlineData("I_Want", "would_like", "I'd like, we would like")]
    [InlineData("I_Want", "prefer", "I prefer")]
    [InlineData("I_Want", "how_about", "how about")]
    [InlineData("location", "beach", "beach")]
    [InlineData("location", "mountains", "mountains")]
    [InlineData("location", "dog_park", "dog park")]
    [InlineData("location", "trail", "trail")]
    [InlineData("shedding", "hypoallergenic", "hypoallergenic")]
    public void English_knows_the_words_of_the_published_sample(string type, string id, string words)
    {
        foreach (var locale in InteractionModel.Locales.Where(IsEnglish))
        {
            words.Split(", ").ShouldBeSubsetOf(InteractionModel.Read(locale).Values(type).Single(value => value.Id == id).Phrases, locale);
        }
    }

    [Fact]
    public void English_knows_the_utterances_of_the_published_sample()
    {
        foreach (var model in InteractionModel.Locales.Where(IsEnglish).Select(InteractionModel.Read))
        {
            PublishedSamples.ShouldBeSubsetOf(model.PetMatch.Samples);
            PublishedAnswers.ShouldAllBe(
                answer => model.PetMatch.Slots!.Single(slot => slot.Name == answer.Key).Samples!.Contains(answer.Value));
        }
    }

    private static bool IsEnglish(string locale) => locale.StartsWith("en-", StringComparison.Ordinal);

    private static IEnumerable<string> Outline(InteractionModel model) =>
    [
        .. model.LanguageModel.Intents.SelectMany(
            intent => (intent.Slots ?? []).Select(slot => $"{intent.Name}.{slot.Name}: {slot.Type}").Prepend(intent.Name)),
        .. model.LanguageModel.Types.SelectMany(type => type.Values.Select(value => $"{type.Name} {value.Id}").Order()),
    ];

    private static void ShouldBeUnique(IEnumerable<string> texts) =>
        Repeated(texts).ShouldBeEmpty();

    private static bool AreUnique(IEnumerable<string> texts) => !Repeated(texts).Any();

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>Letters, apostrophes, hyphens, the periods of initialisms, and slots, one space apart.</summary>
    [GeneratedRegex(@"^(( |^)(\{[A-Za-z_]+\}('s)?|(\p{L}\.)+|\p{L}[\p{L}'-]*))+$")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^(( |^)((\p{L}\.)+|\p{L}[\p{L}'-]*))+$")]
    private static partial Regex Phrase();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex(@"const string \w+ = ""([\w.]+Intent)"";")]
    private static partial Regex IntentName();
}
