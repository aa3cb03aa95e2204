using System.Collections.Concurrent;
using System.Text.Json;

namespace LocalEmulator.InteractionModels;

/// <summary>The interaction model of a locale, ready to understand what is said.</summary>
internal sealed class VoiceModel
{
    private static readonly ConcurrentDictionary<string, VoiceModel> Models = new(StringComparer.Ordinal);

    private readonly InteractionModel model;
    private readonly Dictionary<string, IReadOnlyDictionary<string, SlotKind>> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Intent, string Slot), Sample[]> answers = [];
    private readonly Listener listener;

    /// <summary>Prepares a model.</summary>
    public VoiceModel(string locale, InteractionModel model)
    {
        this.model = model;
        Locale = locale;
        Language = Language.All.FirstOrDefault(known => locale.StartsWith($"{known.Code}-", StringComparison.Ordinal))
            ?? throw new EmulatorException(
                $"The emulator does not speak the language of {locale}; it knows {string.Join(", ", Language.All.Select(known => known.Code))}.");
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

    /// <summary>The locales that have a model in the skill package.</summary>
    public static IReadOnlyList<string> Locales { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>The model's locale.</summary>
    public string Locale { get; }

    /// <summary>The locale's language.</summary>
    public Language Language { get; }

    /// <summary>The name that the skill is called by.</summary>
    public string InvocationName => model.LanguageModel.InvocationName;

    /// <summary>What can be meant.</summary>
    public IReadOnlyList<IntentModel> Intents => model.LanguageModel.Intents;

    private static string Folder => Repository.Find("alexa", "interactionModels", "custom");

    /// <summary>The model of the skill package for a locale, read once.</summary>
    public static VoiceModel Of(string locale) => Models.GetOrAdd(locale, Read);

    /// <summary>An intent of the model.</summary>
    public IntentModel? Intent(string name) => Intents.FirstOrDefault(intent => intent.Name == name);

    /// <summary>The dialog of an intent.</summary>
    public DialogIntent? Dialog(string intent) => model.Dialog?.Intents.FirstOrDefault(dialog => dialog.Name == intent);

    /// <summary>The wordings of a prompt.</summary>
    public IReadOnlyList<PromptVariation> Prompt(string? id) => model.Prompts?.FirstOrDefault(prompt => prompt.Id == id)?.Variations ?? [];

    /// <summary>A custom slot type of a slot.</summary>
    public IReadOnlyList<SlotValue> Values(string intent, string slot)
    {
        var type = Intent(intent)?.AllSlots.FirstOrDefault(candidate => candidate.Name == slot)?.Type;
        return model.LanguageModel.Types?.FirstOrDefault(candidate => candidate.Name == type)?.Values ?? [];
    }

    /// <summary>How a slot is heard.</summary>
    public SlotKind? Kind(string intent, string slot) => kinds.GetValueOrDefault(intent)?.GetValueOrDefault(slot);

    /// <summary>The samples of an intent, with the built-in phrases of a built-in one.</summary>
    public IEnumerable<Sample> SamplesOf(string intent) => (Intent(intent)?.Samples ?? [])
        .Concat(Language.BuiltIns.GetValueOrDefault(intent) ?? [])
        .Select(sample => new Sample(intent, sample, kinds[intent]));

    /// <summary>The samples that answer the question for a slot, the slot alone among them.</summary>
    public IReadOnlyList<Sample> AnswersFor(string intent, string slot) => answers.GetValueOrDefault((intent, slot)) ?? [];

    /// <summary>Understands what is said, by the rules of <see cref="Listener"/>.</summary>
    public Understanding Understand(Utterance utterance, (string Intent, string Slot)? asked = null) =>
        listener.Understand(utterance, asked);

    private static VoiceModel Read(string locale)
    {
        var path = Path.Combine(Folder, $"{locale}.json");
        try
        {
            using var file = File.OpenRead(path);
            var model = JsonSerializer.Deserialize(file, InteractionModelJson.Default.InteractionModelFile);
            return new VoiceModel(locale, model?.InteractionModel ?? throw new EmulatorException($"{path} holds no interaction model."));
        }
        catch (JsonException broken)
        {
            throw new EmulatorException($"{path}, line {broken.LineNumber + 1}: {broken.Message}", broken);
        }
    }

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
        ?? throw new EmulatorException(
            $"The slot '{slot.Name}' of {Locale} has the type '{slot.Type}', which neither the model nor the emulator knows.");
}
