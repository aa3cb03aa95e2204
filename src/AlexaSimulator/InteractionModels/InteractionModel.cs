using System.Text.Json.Serialization;

namespace AlexaSimulator.InteractionModels;

/// <summary>An interaction model as the ASK CLI deploys it, so far as a conversation needs it.</summary>
internal sealed record InteractionModel(LanguageModel LanguageModel, DialogModel? Dialog = null, IReadOnlyList<Prompt>? Prompts = null);

internal sealed record InteractionModelFile(InteractionModel InteractionModel);

/// <summary>What users say.</summary>
internal sealed record LanguageModel(string InvocationName, IReadOnlyList<IntentModel> Intents, IReadOnlyList<SlotType>? Types = null);

/// <summary>Something that users may mean.</summary>
/// <param name="Name">The intent's name.</param>
/// <param name="Samples">What users say for it, slots in braces; null = nothing in the model.</param>
/// <param name="Slots">Its slots; null = none.</param>
public sealed record IntentModel(string Name, IReadOnlyList<string>? Samples = null, IReadOnlyList<SlotModel>? Slots = null)
{
    /// <summary>The slots; empty where there are none.</summary>
    [JsonIgnore]
    public IReadOnlyList<SlotModel> AllSlots => Slots ?? [];
}

/// <summary>A slot of an intent.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="Type">Its type: one of the model, or a built-in one such as AMAZON.NUMBER.</param>
/// <param name="Samples">What users say when they are asked for it; null = nothing in the model.</param>
public sealed record SlotModel(string Name, string Type, IReadOnlyList<string>? Samples = null);

internal sealed record SlotType(string Name, IReadOnlyList<SlotValue> Values);

/// <summary>A value of a slot type.</summary>
/// <param name="Name">The words for it.</param>
/// <param name="Id">Its id; null = none.</param>
public sealed record SlotValue(SlotWords Name, string? Id = null)
{
    /// <summary>Every phrase that means the value.</summary>
    [JsonIgnore]
    public IEnumerable<string> Phrases => [Name.Value, .. Name.Synonyms ?? []];
}

/// <summary>The words for a value.</summary>
/// <param name="Value">Its canonical name.</param>
/// <param name="Synonyms">Other words for it; null = none.</param>
public sealed record SlotWords(string Value, IReadOnlyList<string>? Synonyms = null);

/// <summary>What Alexa asks for.</summary>
internal sealed record DialogModel(IReadOnlyList<DialogIntent> Intents);

internal sealed record DialogIntent(
    string Name,
    IReadOnlyList<DialogSlot> Slots,
    bool ConfirmationRequired = false,
    IReadOnlyDictionary<string, string>? Prompts = null);

internal sealed record DialogSlot(
    string Name,
    bool ElicitationRequired = false,
    bool ConfirmationRequired = false,
    IReadOnlyDictionary<string, string>? Prompts = null);

/// <summary>Something that Alexa says by herself.</summary>
internal sealed record Prompt(string Id, IReadOnlyList<PromptVariation> Variations);

internal sealed record PromptVariation(string Type, string Value);

/// <summary>Reads models; what a conversation does not need is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InteractionModelFile))]
internal sealed partial class InteractionModelJson : JsonSerializerContext;
