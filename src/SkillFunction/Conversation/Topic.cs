using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace SkillFunction.Conversation;

/// <summary>Where a conversation stands: it travels with the session, so that help, a yes or a detour can go on from there.</summary>
/// <param name="Question">The open question, one of <see cref="Questions"/>.</param>
/// <param name="Wish">The slots that are known while the dialog is open; null where it is not.</param>
internal sealed record Topic(string Question, IReadOnlyList<SpokenSlot>? Wish = null)
{
    private const string QuestionKey = "question";
    private const string WishKey = "wish";

    /// <summary>Nothing was said yet.</summary>
    public static Topic Start { get; } = new(Questions.Start);

    /// <summary>The next question of a dialog, which the user answers by a slot.</summary>
    /// <param name="slots">What is known.</param>
    /// <param name="without">The name of a slot that has to be said anew; null = none.</param>
    /// <returns>The topic.</returns>
    public static Topic Dialog(PetMatchSlots slots, string? without = null) =>
        Dialog([.. slots.All.Where(slot => slot.Value is not null && !slot.IsAmbiguous && slot.Name != without)]);

    /// <summary>A dialog from its beginning.</summary>
    /// <returns>The topic.</returns>
    public static Topic Dialog() => Dialog([]);

    /// <summary>What is left of it when the user has answered, or changed, the subject.</summary>
    /// <returns>The topic.</returns>
    public Topic GoOn() => Wish is not null ? Dialog(Wish) : Question == Questions.Another ? this : Start;

    /// <summary>Takes where the conversation stands out of the session.</summary>
    /// <param name="session">The session's attributes; what others have put there is the start.</param>
    /// <returns>The topic.</returns>
    public static Topic Take(JsonObject session)
    {
        session.Remove(QuestionKey, out var question);
        session.Remove(WishKey, out var wish);
        if (Text(question) is not { } open || !Questions.All.Contains(open))
        {
            return Start;
        }

        return wish is JsonObject slots
            ? new Topic(open, [.. slots.Select(slot => ReadSlot(slot.Key, slot.Value)).OfType<SpokenSlot>()])
            : new Topic(open);
    }

    /// <summary>Puts it into the session, for the next request.</summary>
    /// <param name="session">The session's attributes.</param>
    public void WriteTo(JsonObject session)
    {
        if (this == Start)
        {
            return;
        }

        session[QuestionKey] = Question;
        if (Wish is not null)
        {
            session[WishKey] = new JsonObject(Wish.Select(slot => KeyValuePair.Create(slot.Name, (JsonNode?)Write(slot))));
        }
    }

    /// <summary>The intent with what is known, for a dialog that is taken up again.</summary>
    /// <returns>The intent.</returns>
    public Intent ToIntent() => new(
        PetMatchHandler.IntentName,
        "NONE",
        PetMatchSlots.Names.ToDictionary(name => name, name => Wish?.FirstOrDefault(slot => slot.Name == name)?.ToSlot() ?? Empty(name)));

    private static Topic Dialog(IReadOnlyList<SpokenSlot> wish) =>
        new(PetMatchSlots.RequiredNames.FirstOrDefault(name => wish.All(slot => slot.Name != name)) ?? Questions.Start, wish);

    /// <summary>What was said, and what it means; where that was not resolved, the former alone.</summary>
    private static JsonArray Write(SpokenSlot slot) => slot.IsValid ? new(slot.Spoken, slot.Value) : new(slot.Spoken);

    private static SpokenSlot? ReadSlot(string name, JsonNode? slot) =>
        PetMatchSlots.Names.Contains(name) && slot is JsonArray { Count: 1 or 2 } words && Text(words[^1]) is { Length: > 0 } value
            ? new SpokenSlot(name, Text(words[0]), [value], IsValid: words.Count == 2)
            : null;

    private static Slot Empty(string name) => new(name, null, "NONE", null, null, null);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
