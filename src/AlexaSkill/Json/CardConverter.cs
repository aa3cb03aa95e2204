using AlexaSkill.Responses;

namespace AlexaSkill.Json;

/// <summary>Reads and writes cards.</summary>
internal sealed class CardConverter() : TypedConverter<Card>(Card.Kinds);
