using AlexaSimulator.Sessions;
using AlexaSkill.Requests;

namespace LocalEmulator.Commands;

/// <summary>Says in a line what a request is and how a session stands.</summary>
internal static class TurnText
{
    /// <summary>A request: its intent, the dialog's state, and what was heard for each slot and what it means.</summary>
    public static string Of(Request request) => AnswerText.Printable(request.Intent is { } intent
        ? string.Join(' ', [intent.Name, .. new[] { request.DialogState }.OfType<string>(), .. (intent.Slots?.Values ?? []).Where(slot => slot.Spoken is not null).Select(Describe)])
        : $"{request.Type} {request.Reason}".TrimEnd());

    /// <summary>A session after a turn; null where none is open.</summary>
    public static string Of(SessionState? state) => state switch
    {
        null => "The session has ended.",
        { Dialog.Question: { Kind: QuestionKind.ElicitSlot } question } => $"The session is open; Alexa has asked for {question.Slot}.",
        { Dialog.Question: not null } => "The session is open; Alexa has asked for a yes or no.",
        _ => "The session is open.",
    };

    private static string Describe(Slot slot)
    {
        var meanings = string.Join('|', slot.Matches.Select(match => match.Id ?? match.Name));
        return $"{slot.Name}=\"{slot.Spoken}\"" + slot.Status switch
        {
            SlotStatus.Matched => $" ({meanings})",
            SlotStatus.NotMatched => " (no match)",
            _ => "",
        };
    }
}
