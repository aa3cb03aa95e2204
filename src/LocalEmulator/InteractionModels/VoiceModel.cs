using System.Collections.Concurrent;
using System.Text.Json;
using AlexaSkill.Requests;

namespace LocalEmulator.InteractionModels;

/// <summary>The interaction model of a locale, ready to understand what is said.</summary>
internal sealed class VoiceModel
{
    private static readonly ConcurrentDictionary<string, VoiceModel> Models = new(StringComparer.Ordinal);

    private readonly InteractionModel model;
    private readonly Dictionary<string, IReadOnlyDictionary<string, SlotKind>> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Intent, string Slot), Sample[]> answers = [];
    private readonly Sample[] samples;

    /// <summary>Prepares a model.</summary>
    /// <param name="locale">Its locale.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="EmulatorException">Language or slot type is not known, or a sample has a slot that is not declared.</exception>
    public VoiceModel(string locale, InteractionModel model)
    {
        this.model = model;
        Locale = locale;
        Language = Language.All.FirstOrDefault(known => locale.StartsWith($"{known.Code}-", StringComparison.Ordinal))
            ?? throw new EmulatorException(
                $"The emulator does not speak the language of {locale}; it knows {string.Join(", ", Language.All.Select(known => known.Code))}.");
        var types = (model.LanguageModel.Types ?? []).ToDictionary(type => type.Name, SlotKind.Custom, StringComparer.Ordinal);
        foreach (var intent in model.LanguageModel.Intents)
        {
            kinds[intent.Name] = intent.AllSlots.ToDictionary(slot => slot.Name, slot => KindOf(types, slot), StringComparer.Ordinal);
            foreach (var slot in intent.AllSlots)
            {
                // A bare value is an answer whatever the model says.
                var texts = (slot.Samples ?? []).Append($"{{{slot.Name}}}").Distinct();
                answers[(intent.Name, slot.Name)] = InOrder(texts.Select(text => new Sample(intent.Name, text, kinds[intent.Name], answers: true)));
            }
        }

        samples = InOrder(model.LanguageModel.Intents.SelectMany(intent => SamplesOf(intent.Name)));
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
    /// <param name="locale">One of <see cref="Locales"/>.</param>
    /// <returns>The model.</returns>
    /// <exception cref="EmulatorException">The file can't be read or is no model.</exception>
    public static VoiceModel Of(string locale) => Models.GetOrAdd(locale, Read);

    /// <summary>An intent of the model.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The intent; null where the model has none of the name.</returns>
    public IntentModel? Intent(string name) => Intents.FirstOrDefault(intent => intent.Name == name);

    /// <summary>The dialog of an intent.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <returns>The dialog; null where the intent needs none.</returns>
    public DialogIntent? Dialog(string intent) => model.Dialog?.Intents.FirstOrDefault(dialog => dialog.Name == intent);

    /// <summary>The wordings of a prompt.</summary>
    /// <param name="id">The prompt's id.</param>
    /// <returns>The wordings; none where the model lacks the prompt.</returns>
    public IReadOnlyList<PromptVariation> Prompt(string? id) => model.Prompts?.FirstOrDefault(prompt => prompt.Id == id)?.Variations ?? [];

    /// <summary>A custom slot type of a slot.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>Its values; none where the type is built in.</returns>
    public IReadOnlyList<SlotValue> Values(string intent, string slot)
    {
        var type = Intent(intent)?.AllSlots.FirstOrDefault(candidate => candidate.Name == slot)?.Type;
        return model.LanguageModel.Types?.FirstOrDefault(candidate => candidate.Name == type)?.Values ?? [];
    }

    /// <summary>How a slot is heard.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>The kind; null where there is no such slot.</returns>
    public SlotKind? Kind(string intent, string slot) => kinds.GetValueOrDefault(intent)?.GetValueOrDefault(slot);

    /// <summary>The samples of an intent, with the built-in phrases of a built-in one.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <returns>The samples in the model's order.</returns>
    public IEnumerable<Sample> SamplesOf(string intent) => (Intent(intent)?.Samples ?? [])
        .Concat(Language.BuiltIns.GetValueOrDefault(intent) ?? [])
        .Select(sample => new Sample(intent, sample, kinds[intent]));

    /// <summary>The samples that answer the question for a slot, the slot alone among them.</summary>
    /// <param name="intent">The intent's name.</param>
    /// <param name="slot">The slot's name.</param>
    /// <returns>The samples.</returns>
    public IReadOnlyList<Sample> AnswersFor(string intent, string slot) => answers.GetValueOrDefault((intent, slot)) ?? [];

    /// <summary>
    /// Understands what is said: the sample wins that leaves the fewest words unknown; among those, one that answers the open question,
    /// then the one with the fewest slots and parts, which is the one with the longest phrases.
    /// </summary>
    /// <param name="utterance">What is said.</param>
    /// <param name="asked">The intent and slot that Alexa has just asked for.</param>
    /// <returns>What it means; Fallback where nothing fits.</returns>
    public Understanding Understand(Utterance utterance, (string Intent, string Slot)? asked = null)
    {
        var candidates = asked is { } open ? AnswersFor(open.Intent, open.Slot).Concat(samples) : samples;
        var isQuestion = utterance.Count > 0 && Language.Questions.Contains(utterance[0]);
        for (var unknown = 0; unknown <= SlotKind.LongestUnknownPhrase; unknown++)
        {
            foreach (var sample in unknown > 0 && isQuestion ? samples : candidates)
            {
                if (sample.Fit(utterance, unknown) is { } understanding)
                {
                    return understanding;
                }
            }
        }

        return new Understanding(IntentNames.Fallback, new Dictionary<string, string>(), int.MaxValue);
    }

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
        [.. unordered.OrderBy(sample => sample.Slots.Count()).ThenBy(sample => sample.Length)];

    private SlotKind KindOf(Dictionary<string, SlotKind> types, SlotModel slot) => types.GetValueOrDefault(slot.Type)
        ?? SlotKind.BuiltIn(slot.Type, Language)
        ?? throw new EmulatorException(
            $"The slot '{slot.Name}' of {Locale} has the type '{slot.Type}', which neither the model nor the emulator knows.");
}
