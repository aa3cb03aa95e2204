using System.Text.Json.Serialization;

namespace LocalEmulator.InteractionModels;

/// <summary>An interaction model as the ASK CLI deploys it, so far as a conversation needs it.</summary>
/// <param name="LanguageModel">What users say.</param>
/// <param name="Dialog">What Alexa asks for; null where she asks for nothing.</param>
/// <param name="Prompts">The words that she asks in.</param>
internal sealed record InteractionModel(LanguageModel LanguageModel, DialogModel? Dialog = null, IReadOnlyList<Prompt>? Prompts = null);

/// <summary>The file of an interaction model.</summary>
/// <param name="InteractionModel">The model.</param>
internal sealed record InteractionModelFile(InteractionModel InteractionModel);

/// <summary>What users say.</summary>
/// <param name="InvocationName">The name that the skill is called by.</param>
/// <param name="Intents">What they may mean.</param>
/// <param name="Types">The custom slot types.</param>
internal sealed record LanguageModel(string InvocationName, IReadOnlyList<IntentModel> Intents, IReadOnlyList<SlotType>? Types = null);

/// <summary>Something that users may mean.</summary>
/// <param name="Name">The intent's name.</param>
/// <param name="Samples">Utterances that mean it, with slots as {name}.</param>
/// <param name="Slots">The slots of the utterances.</param>
internal sealed record IntentModel(string Name, IReadOnlyList<string>? Samples = null, IReadOnlyList<SlotModel>? Slots = null)
{
    /// <summary>The slots; none where the model has none.</summary>
    [JsonIgnore]
    public IReadOnlyList<SlotModel> AllSlots => Slots ?? [];
}

/// <summary>A slot of an intent.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="Type">Its type's name.</param>
/// <param name="Samples">Utterances that answer the question for it.</param>
internal sealed record SlotModel(string Name, string Type, IReadOnlyList<string>? Samples = null);

/// <summary>A custom slot type.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Values">Its values.</param>
internal sealed record SlotType(string Name, IReadOnlyList<SlotValue> Values);

/// <summary>A value of a custom slot type.</summary>
/// <param name="Name">The words for it.</param>
/// <param name="Id">Its id; null where it has none.</param>
internal sealed record SlotValue(SlotWords Name, string? Id = null)
{
    /// <summary>Every phrase that means the value.</summary>
    [JsonIgnore]
    public IEnumerable<string> Phrases => [Name.Value, .. Name.Synonyms ?? []];
}

/// <summary>The words for a value.</summary>
/// <param name="Value">The value's name.</param>
/// <param name="Synonyms">The other words for it.</param>
internal sealed record SlotWords(string Value, IReadOnlyList<string>? Synonyms = null);

/// <summary>What Alexa asks for.</summary>
/// <param name="Intents">The intents that need a dialog.</param>
internal sealed record DialogModel(IReadOnlyList<DialogIntent> Intents);

/// <summary>The dialog of an intent.</summary>
/// <param name="Name">The intent's name.</param>
/// <param name="Slots">The slots in the order that they are asked for.</param>
/// <param name="ConfirmationRequired">Whether the whole intent is to be confirmed.</param>
/// <param name="Prompts">The prompts' ids by what they are for.</param>
internal sealed record DialogIntent(
    string Name,
    IReadOnlyList<DialogSlot> Slots,
    bool ConfirmationRequired = false,
    IReadOnlyDictionary<string, string>? Prompts = null);

/// <summary>A slot in a dialog.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="ElicitationRequired">Whether it has to be filled.</param>
/// <param name="ConfirmationRequired">Whether its value is to be confirmed.</param>
/// <param name="Prompts">The prompts' ids by what they are for.</param>
internal sealed record DialogSlot(
    string Name,
    bool ElicitationRequired = false,
    bool ConfirmationRequired = false,
    IReadOnlyDictionary<string, string>? Prompts = null);

/// <summary>Something that Alexa says by herself.</summary>
/// <param name="Id">The prompt's id.</param>
/// <param name="Variations">The wordings to choose from.</param>
internal sealed record Prompt(string Id, IReadOnlyList<PromptVariation> Variations);

/// <summary>A wording of a prompt.</summary>
/// <param name="Type">PlainText or SSML.</param>
/// <param name="Value">The wording, with slots as {name}.</param>
internal sealed record PromptVariation(string Type, string Value);

/// <summary>Reads models; what a conversation does not need is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InteractionModelFile))]
internal sealed partial class InteractionModelJson : JsonSerializerContext;
