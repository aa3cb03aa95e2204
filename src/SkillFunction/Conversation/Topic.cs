using System.Text.Json;
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
    /// <returns>The topic.</returns>
    public static Topic Dialog(PetMatchSlots slots) => Dialog([.. slots.All.Where(slot => slot.Value is not null && !slot.IsAmbiguous)]);

    /// <summary>A dialog from its beginning.</summary>
    /// <returns>The topic.</returns>
    public static Topic Dialog() => Dialog([]);

    /// <summary>What is left of it when the user has answered, or changed, the subject.</summary>
    /// <returns>The topic.</returns>
    public Topic GoOn() => Wish is not null ? Dialog(Wish) : Question == Questions.Another ? this : Start;

    /// <summary>Reads where the conversation stands.</summary>
    /// <param name="session">The session, if there is one; what others have put there is the start.</param>
    /// <returns>The topic.</returns>
    public static Topic Read(Session? session)
    {
        if (session?.Attributes is not { } attributes
            || !attributes.TryGetValue(QuestionKey, out var question)
            || Questions.All.FirstOrDefault(known => IsText(question) && question.ValueEquals(known)) is not { } open)
        {
            return Start;
        }

        return attributes.TryGetValue(WishKey, out var wish) && wish.ValueKind == JsonValueKind.Object
            ? new Topic(open, [.. wish.EnumerateObject().Select(ReadSlot).OfType<SpokenSlot>()])
            : new Topic(open);
    }

    /// <summary>The session attributes that tell it.</summary>
    /// <returns>The attributes; null at the start.</returns>
    public IReadOnlyDictionary<string, JsonElement>? ToAttributes()
    {
        if (this == Start)
        {
            return null;
        }

        var attributes = new Dictionary<string, JsonElement> { [QuestionKey] = Element(JsonValue.Create(Question)) };
        if (Wish is not null)
        {
            var wish = Wish.Select(slot => KeyValuePair.Create(slot.Name, (JsonNode?)new JsonArray(slot.Spoken, slot.Value)));
            attributes[WishKey] = Element(new JsonObject(wish));
        }

        return attributes;
    }

    /// <summary>The intent with what is known, for a dialog that is taken up again.</summary>
    /// <returns>The intent.</returns>
    public Intent ToIntent() => new(
        PetMatchHandler.IntentName,
        "NONE",
        PetMatchSlots.Names.ToDictionary(name => name, name => Wish?.FirstOrDefault(slot => slot.Name == name)?.ToSlot() ?? Empty(name)));

    private static Topic Dialog(IReadOnlyList<SpokenSlot> wish) =>
        new(PetMatchSlots.RequiredNames.FirstOrDefault(name => wish.All(slot => slot.Name != name)) ?? Questions.Start, wish);

    private static SpokenSlot? ReadSlot(JsonProperty slot) =>
        PetMatchSlots.Names.Contains(slot.Name)
        && slot.Value is { ValueKind: JsonValueKind.Array }
        && slot.Value.EnumerateArray().ToList() is [var spoken, var value]
        && IsText(value)
            ? new SpokenSlot(slot.Name, IsText(spoken) ? spoken.GetString() : null, [value.GetString()!], IsValid: true)
            : null;

    private static Slot Empty(string name) => new(name, null, "NONE", null, null, null);

    private static bool IsText(JsonElement element) => element.ValueKind == JsonValueKind.String;

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
