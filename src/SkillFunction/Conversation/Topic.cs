using System.Text.Json.Nodes;

namespace SkillFunction.Conversation;

/// <summary>
/// Where a conversation stands. It travels with the session, for every turn may meet a process that knows nothing: so help, a yes, a detour
/// or a slot that comes back as a bare word can go on from there.
/// </summary>
/// <param name="Question">The open question, one of <see cref="Questions"/>.</param>
/// <param name="Wish">What was said while the dialog is open; null where it is not.</param>
/// <param name="Said">The skill's last words; null where it has said nothing yet.</param>
internal sealed record Topic(string Question, PetMatchSlots? Wish = null, string? Said = null)
{
    private const string QuestionKey = "question";
    private const string WishKey = "wish";
    private const string SaidKey = "said";
    private const string SpokenKey = "spoken";
    private const string MeaningsKey = "meanings";
    private const string ValidKey = "valid";

    private static readonly string[] Keys = [QuestionKey, WishKey, SaidKey];

    /// <summary>Nothing was said about the pet yet.</summary>
    public static Topic Start { get; } = new(Questions.Start);

    /// <summary>Whether a conversation goes on, rather than begins with this request.</summary>
    public bool IsOld => Said is not null;

    /// <summary>The dialog's next question. What nobody knows is forgotten once it is asked for anew.</summary>
    public static Topic Dialog(PetMatchSlots wish) => wish.Open switch
    {
        null => new Topic(Questions.Start, wish),
        { IsUnknown: true } open => new Topic(open.Name, wish.Without(open.Name)),
        var open => new Topic(open.Name, wish),
    };

    /// <summary>What is left of it when the user has answered, or changed, the subject.</summary>
    public Topic GoOn() => Wish is not null ? Dialog(Wish) : Question == Questions.Another ? this : Start;

    /// <summary>Reads where the conversation stands; what others have put into the session is the start.</summary>
    public static Topic Read(JsonObject session)
    {
        var topic = Text(session[QuestionKey]) is { } open && Questions.All.Contains(open)
            ? new Topic(open, session[WishKey] is JsonObject wish ? PetMatchSlots.From(name => ReadSlot(name, wish[name] as JsonObject)) : null)
            : Start;
        return topic with { Said = Text(session[SaidKey]) };
    }

    /// <summary>Takes it out of the session: it is over, unless an answer puts it there again.</summary>
    public static void RemoveFrom(JsonObject session)
    {
        foreach (var key in Keys)
        {
            session.Remove(key);
        }
    }

    /// <summary>Puts it into the session, for the next request.</summary>
    public void WriteTo(JsonObject session)
    {
        session[QuestionKey] = Question;
        session[SaidKey] = Said;
        if (Wish is not null)
        {
            session[WishKey] = new JsonObject(
                Wish.All.Where(slot => slot.IsSaid).Select(slot => KeyValuePair.Create(slot.Name, (JsonNode?)Write(slot))));
        }
    }

    private static JsonObject Write(SpokenSlot slot) => new()
    {
        [SpokenKey] = slot.Spoken,
        [MeaningsKey] = new JsonArray([.. slot.Meanings.Select(meaning => (JsonNode?)meaning)]),
        [ValidKey] = slot.IsValid,
    };

    private static SpokenSlot ReadSlot(string name, JsonObject? slot)
    {
        string[] meanings = [.. (slot?[MeaningsKey] as JsonArray ?? []).Select(Text).OfType<string>()];
        var isValid = slot?[ValidKey] is JsonValue value && value.TryGetValue(out bool valid) && valid;
        return new SpokenSlot(name, Text(slot?[SpokenKey]), meanings, isValid && meanings.Length > 0);
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text : null;
}
