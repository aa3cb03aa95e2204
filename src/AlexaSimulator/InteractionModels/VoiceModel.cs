using System.Text.Json;

namespace AlexaSimulator.InteractionModels;

/// <summary>The interaction model of a locale, ready to understand what is said; English and German are known.</summary>
public sealed class VoiceModel
{
    private readonly InteractionModel model;
    private readonly Dictionary<string, IReadOnlyDictionary<string, SlotKind>> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Intent, string Slot), Sample[]> answers = [];
    private readonly Listener listener;

    internal VoiceModel(string locale, InteractionModel model)
    {
        this.model = model;
        Locale = locale;
        Language = Language.All.FirstOrDefault(known => locale.StartsWith($"{known.Code}-", StringComparison.Ordinal))
            ?? throw new SimulatorException(
                $"The simulator does not speak the language of {locale}; it knows {string.Join(", ", Language.All.Select(known => known.Code))}.");
        var types = (model.LanguageModel.Types ?? [])
            .ToDictionary(type => type.Name, type => SlotKind.Custom(type, Language), StringComparer.Ordinal);
        foreach (var intent in model.LanguageModel.Intents)
        {
            kinds[intent.Name] = intent.AllSlots.ToDictionary(slot => slot.Name, slot => KindOf(types, slot), StringComparer.Ordinal);
            foreach (var slot in intent.AllSlots)
            {
                // A bare value is an answer whatever the model says.
                var texts = (slot.Samples ?? []).Append($"{{{slot.Name}}}").Distinct();
                answers[(intent.Name, slot.Name)] = InOrder(texts.Select(text => new Sample(intent.Name, text, kinds[intent.Name])));
            }
        }

        var samples = InOrder(model.LanguageModel.Intents.SelectMany(intent => SamplesOf(intent.Name)));
        listener = new Listener(Language, samples, answers, Intents.Select(KnownValuesOf));
    }

    /// <summary>The model's locale, such as en-US.</summary>
    public string Locale { get; }

    /// <summary>The code of the locale's language, such as en.</summary>
    public string LanguageCode => Language.Code;

    /// <summary>The name that the skill is called by.</summary>
    public string InvocationName => model.LanguageModel.InvocationName;

    /// <summary>What opens the skill, such as "open tea time".</summary>
    public string Opening => $"{Language.Calls[0]} {InvocationName}";

    /// <summary>What users may mean.</summary>
    public IReadOnlyList<IntentModel> Intents => model.LanguageModel.Intents;

    internal Language Language { get; }

    /// <summary>Reads a model as the ASK CLI deploys it.</summary>
    /// <param name="path">The file, named after its locale, such as <c>en-US.json</c>.</param>
    /// <returns>The model.</returns>
    /// <exception cref="SimulatorException">
    /// The file holds no interaction model, its language is not known, or it has a slot or a slot type that is declared nowhere.
    /// </exception>
    public static VoiceModel Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var model = JsonSerializer.Deserialize(file, InteractionModelJson.Default.InteractionModelFile);
            return new VoiceModel(
                Path.GetFileNameWithoutExtension(path),
                model?.InteractionModel ?? throw new SimulatorException($"{path} holds no interaction model."));
        }
        catch (JsonException broken)
        {
            throw new SimulatorException($"{path}, line {broken.LineNumber + 1}: {broken.Message}", broken);
        }
    }

    /// <summary>Finds an intent.</summary>
    /// <param name="name">The intent's name.</param>
    /// <returns>The intent; null where the model has none of the name.</returns>
    public IntentModel? Intent(string name) => Intents.FirstOrDefault(intent => intent.Name == name);

    /// <summary>What users say for an intent: the model's samples, and Alexa's own phrases for a built-in intent.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <returns>The samples, slots in braces; none where the model has no such intent.</returns>
    public IReadOnlyList<string> Samples(string intent) => Intent(intent) is null ? [] : [.. SamplesOf(intent).Select(sample => sample.Text)];

    /// <summary>What users say when they are asked for a slot, its bare value among it.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>The samples, slots in braces; none where the intent has no such slot.</returns>
    public IReadOnlyList<string> Answers(string intent, string slot) => [.. AnswersFor(intent, slot).Select(sample => sample.Text)];

    /// <summary>The values of a slot's type.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>The values; none where the model does not declare the type.</returns>
    public IReadOnlyList<SlotValue> Values(string intent, string slot)
    {
        var type = Intent(intent)?.AllSlots.FirstOrDefault(candidate => candidate.Name == slot)?.Type;
        return model.LanguageModel.Types?.FirstOrDefault(candidate => candidate.Name == type)?.Values ?? [];
    }

    /// <summary>Resolves what was said for a slot, as Alexa's entity resolution does.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <param name="said">What was said.</param>
    /// <returns>Every value that it may mean; none where no value fits, or the type is a built-in one.</returns>
    public IReadOnlyList<SlotValue> Resolve(string intent, string slot, string said) => Kind(intent, slot)?.Resolve(said) ?? [];

    /// <summary>Understands what is said, much as Alexa does.</summary>
    /// <param name="text">What is said, without the skill's name.</param>
    /// <param name="asked">The slot that Alexa has asked for, and its intent; null = none.</param>
    /// <returns>What is meant; AMAZON.FallbackIntent where nothing fits.</returns>
    public Understanding Understand(string text, (string Intent, string Slot)? asked = null) => Understand(new Utterance(text), asked);

    /// <summary>Finds the samples that are most like what was said: a hint where it was not understood.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="count">How many samples at most.</param>
    /// <returns>The samples, the nearest first; none where none has a word of it.</returns>
    public IReadOnlyList<string> NearestSamples(string text, int count)
    {
        var chart = new Chart(new Utterance(text), Language);
        return
        [
            .. Intents.SelectMany(intent => SamplesOf(intent.Name))
                .Select(sample => (sample.Text, Likeness: sample.Likeness(chart, Language)))
                .Where(near => near.Likeness > 0)
                .OrderByDescending(near => near.Likeness)
                .Select(near => near.Text)
                .Distinct()
                .Take(count),
        ];
    }

    internal DialogIntent? Dialog(string intent) => model.Dialog?.Intents.FirstOrDefault(dialog => dialog.Name == intent);

    internal IReadOnlyList<PromptVariation> Prompt(string? id) => model.Prompts?.FirstOrDefault(prompt => prompt.Id == id)?.Variations ?? [];

    internal SlotKind? Kind(string intent, string slot) => kinds.GetValueOrDefault(intent)?.GetValueOrDefault(slot);

    internal IEnumerable<Sample> SamplesOf(string intent) => (Intent(intent)?.Samples ?? [])
        .Concat(Language.BuiltIns.GetValueOrDefault(intent) ?? [])
        .Select(sample => new Sample(intent, sample, kinds[intent]));

    internal IReadOnlyList<Sample> AnswersFor(string intent, string slot) => answers.GetValueOrDefault((intent, slot)) ?? [];

    /// <summary>Understands what is said, by the rules of <see cref="Listener"/>.</summary>
    internal Understanding Understand(Utterance utterance, (string Intent, string Slot)? asked = null) =>
        listener.Understand(utterance, asked);

    private static Sample[] InOrder(IEnumerable<Sample> unordered) =>
        [.. unordered.OrderBy(sample => sample.Slots.Count()).ThenBy(sample => sample.Parts.Count)];

    private KnownValues KnownValuesOf(IntentModel intent) => new(
        intent,
        kinds[intent.Name],
        SamplesOf(intent.Name),
        intent.AllSlots.SelectMany(slot => AnswersFor(intent.Name, slot.Name)),
        Language);

    private SlotKind KindOf(Dictionary<string, SlotKind> types, SlotModel slot) => types.GetValueOrDefault(slot.Type)
        ?? SlotKind.BuiltIn(slot.Type, Language)
        ?? throw new SimulatorException(
            $"The slot '{slot.Name}' of {Locale} has the type '{slot.Type}', which neither the model nor the simulator knows.");
}
