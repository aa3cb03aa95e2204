using System.Text.Json.Serialization;
using AlexaSkill.Json;
using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>Something that Alexa shall do.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ElicitSlotDirective), "Dialog.ElicitSlot")]
[JsonDerivedType(typeof(DelegateDirective), "Dialog.Delegate")]
public abstract record Directive;

/// <summary>Takes the user's next words as a value of one slot.</summary>
/// <param name="SlotToElicit">The slot's name.</param>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record ElicitSlotDirective(
    string SlotToElicit,
    [property: JsonConverter(typeof(LenientObjectConverter<Intent>))] Intent? UpdatedIntent) : Directive;

/// <summary>Lets Alexa ask for the next slot by the interaction model's prompts.</summary>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record DelegateDirective(
    [property: JsonConverter(typeof(LenientObjectConverter<Intent>))] Intent? UpdatedIntent) : Directive;
