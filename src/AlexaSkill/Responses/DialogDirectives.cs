using System.Text.Json;
using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>Lets Alexa ask for the next slot by the interaction model's prompts.</summary>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record DelegateDirective(
    Intent? UpdatedIntent) : Directive;

/// <summary>Takes the user's next words as a value of one slot.</summary>
/// <param name="SlotToElicit">The slot's name.</param>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record ElicitSlotDirective(
    string SlotToElicit,
    Intent? UpdatedIntent) : Directive;

/// <summary>Takes the user's next words as a yes or no to one slot's value.</summary>
/// <param name="SlotToConfirm">The slot's name.</param>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record ConfirmSlotDirective(
    string SlotToConfirm,
    Intent? UpdatedIntent) : Directive;

/// <summary>Takes the user's next words as a yes or no to all that the intent holds.</summary>
/// <param name="UpdatedIntent">The intent as it stands; null leaves it as Alexa knows it.</param>
public sealed record ConfirmIntentDirective(
    Intent? UpdatedIntent) : Directive;

/// <summary>Hands the dialog to Alexa Conversations, or back to the skill.</summary>
/// <param name="Target"><c>AMAZON.Conversations</c> or <c>skill</c>.</param>
/// <param name="Period">How long the other one holds it.</param>
/// <param name="UpdatedRequest">The request to go on with, an object with its <c>type</c>; null = none.</param>
public sealed record DelegateRequestDirective(string Target, DelegationPeriod Period, JsonElement? UpdatedRequest) : Directive;

/// <summary>How long somebody else holds a dialog.</summary>
/// <param name="Until"><c>EXPLICIT_RETURN</c>, or <c>NEXT_TURN</c>.</param>
public sealed record DelegationPeriod(string Until);

/// <summary>Gives slot types further values for the rest of the session, or takes such values away.</summary>
/// <param name="UpdateBehavior"><c>REPLACE</c> or <c>CLEAR</c>.</param>
/// <param name="Types">The slot types and their values; null to clear.</param>
public sealed record UpdateDynamicEntitiesDirective(string UpdateBehavior, IReadOnlyList<DynamicSlotType>? Types) : Directive;

/// <summary>Further values of a slot type.</summary>
/// <param name="Name">The slot type's name in the interaction model.</param>
/// <param name="Values">The values; 100 at most in all types of a response.</param>
public sealed record DynamicSlotType(string Name, IReadOnlyList<DynamicValue> Values);

/// <summary>A further value of a slot type.</summary>
/// <param name="Id">What tells it from others; null = none.</param>
/// <param name="Name">What is said.</param>
public sealed record DynamicValue(string? Id, DynamicName Name);

/// <summary>How a further value of a slot type is called.</summary>
/// <param name="Value">Its name.</param>
/// <param name="Synonyms">Other words for it; null = none.</param>
public sealed record DynamicName(string Value, IReadOnlyList<string>? Synonyms = null);
