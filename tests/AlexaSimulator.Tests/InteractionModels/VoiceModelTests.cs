using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests.InteractionModels;

/// <summary>What the models of the skill package understand.</summary>
public sealed class VoiceModelTests
{
    private const string PetMatch = "PetMatchIntent";

    private const int Fillings = 5; // of each sample, each with other words

    private static readonly string[] Meaningful = ["pet", "size", "temperament", "energy", "amount", "name"];

    public static TheoryData<string> Locales => [.. Models.All.Locales];

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_sample_is_understood_as_its_intent_with_any_words_in_its_slots(string locale)
    {
        var model = Models.Of(locale);
        foreach (var intent in model.Intents)
        {
            foreach (var (text, words) in model.SamplesOf(intent.Name).SelectMany((sample, number) => Fill(model, intent, sample, number)))
            {
                var understood = model.Understand(new Utterance(text));

                understood.Intent.ShouldBe(intent.Name, text);
                ShouldSay(understood, model, words, text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_sample_of_a_slot_answers_the_question_for_it(string locale)
    {
        var model = Models.Of(locale);
        var intent = model.Intent(PetMatch)!;
        foreach (var slot in intent.AllSlots)
        {
            var answers = model.AnswersFor(PetMatch, slot.Name);
            foreach (var (text, words) in answers.SelectMany((sample, number) => Fill(model, intent, sample, number)))
            {
                var understood = model.Understand(new Utterance(text), (PetMatch, slot.Name));

                understood.Intent.ShouldBe(PetMatch, text);
                understood.Slots.Keys.ShouldContain(slot.Name, text);
                ShouldSay(understood, model, words, text);
            }
        }
    }

    [Theory]
    [InlineData("en-US", "find a pet")]
    [InlineData("en-US", "Something tiny!", "size=tiny")]
    [InlineData("en-US", "tiny", "size=tiny")]
    [InlineData("en-US", "a guard dog", "article=a", "temperament=guard dog")]
    [InlineData("en-US", "I'd like a dog to watch Netflix with", "I_Want=i'd like", "article=a", "energy=to watch netflix with", "pet=dog")]
    [InlineData("en-US", "I’d like to hike in the mountains", "I_Want=i'd like", "at_the=in the", "energy=hike", "location=mountains")]
    [InlineData(
        "en-US", "I want a dog bigger than twenty-five pounds", "I_Want=i want", "amount=25", "article=a", "comparison=bigger", "pet=dog", "units=pounds")]
    [InlineData("en-US", "I want a goldfish", "I_Want=i want", "article=a", "pet=goldfish")]
    [InlineData("en-US", "a purple dog", "article=a", "pet=dog", "size=purple")]
    [InlineData("en-US", "a family dog that is lazy", "article=a", "energy=lazy", "temperament=family dog")]
    [InlineData("en-US", "a dog I can carry in my purse", "article=a", "pet=dog", "size=carry in my purse")]
    [InlineData("en-US", "a dog that is good with kids", "article=a", "pet=dog", "temperament=good with kids")]
    [InlineData("en-US", "a dog for my apartment", "article=a", "energy=for my apartment", "pet=dog")]
    [InlineData("de-DE", "ein Hund zum Wandern", "article=ein", "energy=zum wandern", "pet=hund")]
    [InlineData("de-DE", "ein Hund für die Handtasche", "article=ein", "pet=hund", "size=für die handtasche")]
    [InlineData("en-GB", "I fancy a teeny weeny dog", "I_Want=i fancy", "article=a", "pet=dog", "size=teeny weeny")]
    [InlineData("de-DE", "Ich suche einen kleinen Wachhund", "I_Want=ich suche", "article=einen", "size=kleinen", "temperament=wachhund")]
    [InlineData(
        "de-DE", "ich will einen Hund größer als dreißig Zentimeter", "I_Want=ich will", "amount=30", "article=einen", "comparison=größer",
        "pet=hund", "units=zentimeter")]
    [InlineData("de-DE", "etwas Winziges", "size=winziges")]
    public void People_are_understood(string locale, string said, params string[] slots)
    {
        var understood = Models.Of(locale).Understand(new Utterance(said));

        understood.Intent.ShouldBe(PetMatch);
        understood.Slots.Select(slot => $"{slot.Key}={slot.Value}").Order(StringComparer.Ordinal).ShouldBe(slots);
    }

    [Theory]
    [InlineData("en-US", "size", "something portable", "portable")]
    [InlineData("en-US", "size", "about 20 pounds, maybe 25", "about 20 pounds maybe 25")]
    [InlineData("en-US", "temperament", "grumpy", "grumpy")]
    [InlineData("de-DE", "energy", "mal so, mal so", "mal so mal so")]
    public void Words_that_no_value_knows_answer_the_question_that_is_open(string locale, string slot, string said, string value)
    {
        var model = Models.Of(locale);

        var understood = model.Understand(new Utterance(said), (PetMatch, slot));

        understood.Slots.GetValueOrDefault(slot).ShouldBe(value);
        model.Kind(PetMatch, slot)!.Resolve(value).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en-US", "stop", "AMAZON.StopIntent")]
    [InlineData("en-US", "Never mind.", "AMAZON.CancelIntent")]
    [InlineData("en-US", "help", "AMAZON.HelpIntent")]
    [InlineData("en-US", "yes, please", "AMAZON.YesIntent")]
    [InlineData("en-US", "forget me", "ForgetMeIntent")]
    [InlineData("en-US", "my name is Anna", "MyNameIsIntent")]
    [InlineData("en-US", "repeat", "AMAZON.RepeatIntent")]
    [InlineData("en-US", "start over", "AMAZON.StartOverIntent")]
    [InlineData("en-US", "a guard dog", PetMatch)]
    [InlineData("de-DE", "stopp", "AMAZON.StopIntent")]
    [InlineData("de-DE", "vergiss es", "AMAZON.CancelIntent")]
    [InlineData("de-DE", "nein danke", "AMAZON.NoIntent")]
    [InlineData("de-DE", "vergiss mich", "ForgetMeIntent")]
    [InlineData("de-DE", "wiederhole das", "AMAZON.RepeatIntent")]
    [InlineData("de-DE", "von vorne", "AMAZON.StartOverIntent")]
    public void Other_intents_are_heard_while_a_slot_is_asked_for(string locale, string said, string intent) =>
        Models.Of(locale).Understand(new Utterance(said), (PetMatch, "size")).Intent.ShouldBe(intent);

    [Theory]
    [InlineData("en-US", "what's the weather in Boston")]
    [InlineData("de-DE", "wann geht die Sonne auf")]
    public void A_question_answers_none(string locale, string said) =>
        Models.Of(locale).Understand(new Utterance(said), (PetMatch, "size")).Intent.ShouldBe("AMAZON.FallbackIntent");

    [Theory]
    [InlineData("en-US", "what is the weather in Boston")]
    [InlineData("en-US", "goldfish")]
    [InlineData("en-US", "play some music")]
    [InlineData("en-US", "")]
    [InlineData("de-DE", "wie spät ist es")]
    [InlineData("de-DE", "find a pet")]
    public void Fallback_is_what_nothing_fits(string locale, string said) =>
        Models.Of(locale).Understand(new Utterance(said)).Intent.ShouldBe("AMAZON.FallbackIntent");

    [Theory]
    [InlineData("my name is Anna", "Anna")]
    [InlineData("call me mary ann", "mary ann")]
    [InlineData("I'm Anna-Lena", "Anna-Lena")]
    public void A_first_name_stays_as_it_is_said(string said, string name) =>
        Models.Of("en-US").Understand(new Utterance(said)).Slots.GetValueOrDefault("name").ShouldBe(name);

    [Theory]
    [InlineData("en-US", "size", "Mini", "tiny", "small")]
    [InlineData("de-DE", "size", "mini", "tiny", "small")]
    [InlineData("de-DE", "temperament", "WACHHUND", "watch")]
    [InlineData("de-DE", "size", "gross", "large")]
    [InlineData("en-US", "energy", "play fetch", "high")]
    [InlineData("en-US", "pet", "goldfish")]
    public void Words_resolve_to_every_value_that_they_name(string locale, string slot, string said, params string[] ids) =>
        Models.Of(locale).Kind(PetMatch, slot)!.Resolve(said).Select(value => value.Id).ShouldBe(ids);

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_built_in_intent_of_the_model_can_be_said_but_for_fallback(string locale) => Models.Of(locale).Intents
        .Where(intent => intent.Name.StartsWith("AMAZON.", StringComparison.Ordinal) && !Models.Of(locale).SamplesOf(intent.Name).Any())
        .Select(intent => intent.Name).ShouldBe(["AMAZON.FallbackIntent"]);

    [Fact]
    public void A_sample_with_a_slot_that_is_not_declared_is_an_error() => Should
        .Throw<SimulatorException>(() => Model("en-US", "a {nothing}", "AMAZON.NUMBER"))
        .Message.ShouldBe("The sample 'a {nothing}' of I has the slot 'nothing', which the intent does not declare.");

    [Fact]
    public void A_type_that_nobody_knows_is_an_error() =>
        Should.Throw<SimulatorException>(() => Model("en-US", "{n}", "AMAZON.Ordinal")).Message.ShouldContain("AMAZON.Ordinal");

    [Fact]
    public void A_language_that_the_simulator_does_not_speak_is_an_error() =>
        Should.Throw<SimulatorException>(() => Model("fr-FR", "{n}", "AMAZON.NUMBER")).Message.ShouldContain("it knows en, de");

    private static VoiceModel Model(string locale, string sample, string type) =>
        new(locale, new InteractionModel(new LanguageModel("a b", [new IntentModel("I", [sample], [new SlotModel("n", type)])])));

    /// <summary>Puts words in the slots of a sample, other ones each time.</summary>
    private static IEnumerable<(string Text, Dictionary<string, string> Words)> Fill(
        VoiceModel model,
        IntentModel intent,
        Sample sample,
        int number)
    {
        string[] numbers = ["12", model.Language.Code == "de" ? "dreißig" : "thirty"];
        string[] names = ["Anna", "Rocky"];
        for (var filling = 0; filling < (sample.Slots.Any() ? Fillings : 1); filling++)
        {
            var (text, step) = (sample.Text, (number * Fillings) + filling);
            var words = new Dictionary<string, string>();
            foreach (var slot in intent.AllSlots.Where(slot => sample.Slots.Contains(slot.Name)))
            {
                var phrases = model.Values(intent.Name, slot.Name).SelectMany(value => value.Phrases).ToList();
                var builtIn = slot.Type == "AMAZON.NUMBER" ? numbers : names;
                words[slot.Name] = phrases.Count > 0 ? phrases[step++ * 7 % phrases.Count] : builtIn[filling % 2];
                text = text.Replace($"{{{slot.Name}}}", words[slot.Name], StringComparison.Ordinal);
            }

            yield return (text, words);
        }
    }

    /// <summary>
    /// Each word that matters is heard: in its slot, or, where words mean several things, in another one or as a part of a longer phrase.
    /// </summary>
    private static void ShouldSay(Understanding understood, VoiceModel model, Dictionary<string, string> words, string text)
    {
        understood.UnknownWords.ShouldBeLessThanOrEqualTo(words.ContainsKey("name") ? 1 : 0, text);
        foreach (var (slot, phrase) in words.Where(word => Meaningful.Contains(word.Key)))
        {
            var kind = model.Kind(understood.Intent, slot)!;
            var same = understood.Slots.TryGetValue(slot, out var heard) && kind.Resolve(heard).Intersect(kind.Resolve(phrase)).Any();
            var key = Word.KeysOf(kind.Written(phrase));
            var elsewhere = understood.Slots.Values.Any(value => Word.KeysOf(value).Contains(key, StringComparison.Ordinal));
            (same || elsewhere).ShouldBeTrue($"{slot} of '{text}' was heard as {string.Join(", ", understood.Slots)}");
        }
    }
}
