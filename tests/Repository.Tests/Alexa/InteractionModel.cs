using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Tests.Alexa;

/// <summary>An interaction model as its file has it; a property missing, unknown, repeated or of another type is an error.</summary>
internal sealed record InteractionModel(LanguageModel LanguageModel, Dialog Dialog, IReadOnlyList<Prompt> Prompts)
{
    private const string Folder = "alexa/interactionModels/custom";

    public static IReadOnlyList<string> Locales { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, Folder)).Select(Path.GetFileNameWithoutExtension).Order()!];

    /// <summary>The intent that a pet is asked for with.</summary>
    public ModelIntent PetMatch => LanguageModel.Intents.Single(intent => intent.Name == "PetMatchIntent");

    public static InteractionModel Read(string locale) =>
        JsonSerializer.Deserialize(Checkout.Read(Folder, $"{locale}.json"), InteractionModelJson.Default.InteractionModelFile)!
            .InteractionModel;

    public IReadOnlyList<SlotValue> Values(string type) => LanguageModel.Types.Single(candidate => candidate.Name == type).Values;
}

internal sealed record InteractionModelFile(InteractionModel InteractionModel);

internal sealed record LanguageModel(string InvocationName, IReadOnlyList<ModelIntent> Intents, IReadOnlyList<SlotType> Types);

internal sealed record ModelIntent(string Name, IReadOnlyList<string> Samples, IReadOnlyList<ModelSlot>? Slots = null)
{
    /// <summary>The samples of the intent and those of its slots.</summary>
    public IEnumerable<string> AllSamples => Samples.Concat((Slots ?? []).SelectMany(slot => slot.Samples ?? []));
}

internal sealed record ModelSlot(string Name, string Type, IReadOnlyList<string>? Samples = null);

internal sealed record SlotType(string Name, IReadOnlyList<SlotValue> Values);

internal sealed record SlotValue(string Id, SlotValueName Name)
{
    public IEnumerable<string> Phrases => [Name.Value, .. Name.Synonyms ?? []];
}

internal sealed record SlotValueName(string Value, IReadOnlyList<string>? Synonyms = null);

internal sealed record Dialog(string DelegationStrategy, IReadOnlyList<DialogIntent> Intents);

internal sealed record DialogIntent(
    string Name,
    string DelegationStrategy,
    bool ConfirmationRequired,
    IReadOnlyDictionary<string, string> Prompts,
    IReadOnlyList<DialogSlot> Slots);

internal sealed record DialogSlot(
    string Name,
    string Type,
    bool ConfirmationRequired,
    bool ElicitationRequired,
    IReadOnlyDictionary<string, string> Prompts);

internal sealed record Prompt(string Id, IReadOnlyList<PromptVariation> Variations);

internal sealed record PromptVariation(string Type, string Value);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(InteractionModelFile))]
internal sealed partial class InteractionModelJson : JsonSerializerContext;
