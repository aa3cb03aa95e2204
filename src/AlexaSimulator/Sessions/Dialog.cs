using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AlexaSimulator.InteractionModels;
using AlexaSkill.Requests;

namespace AlexaSimulator.Sessions;

/// <summary>Alexa's side of a dialog: what has been said about an intent, and what she is waiting for.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="State">STARTED, IN_PROGRESS or COMPLETED.</param>
/// <param name="Slots">The slots that have a value.</param>
/// <param name="ConfirmationStatus">NONE, CONFIRMED or DENIED: whether the whole intent is confirmed.</param>
/// <param name="Question">What Alexa has asked; null where the skill asked for nothing in particular.</param>
public sealed record Dialog(
    string Intent,
    string State,
    ImmutableDictionary<string, SlotState> Slots,
    string ConfirmationStatus = Confirmation.None,
    Question? Question = null)
{
    internal static Dialog Start(Understanding said) => new Dialog(said.Intent, DialogStates.Started, []).Fill(said.Slots);

    /// <summary>The dialog that a request is a turn of; null where it has no intent.</summary>
    internal static Dialog? Of(Request request) => request is { Type: RequestTypes.Intent, Intent: { Name: { } name } intent }
        ? new Dialog(
            name,
            request.DialogState ?? DialogStates.Started,
            (intent.Slots ?? ImmutableDictionary<string, Slot>.Empty)
                .Where(slot => slot.Value.Spoken is not null).ToImmutableDictionary(slot => slot.Key, slot => SlotState.Of(slot.Value)!),
            intent.ConfirmationStatus ?? Confirmation.None)
        : null;

    /// <summary>The user goes on about the same intent.</summary>
    internal Dialog Continue(IReadOnlyDictionary<string, string> slots) =>
        Fill(slots) with { State = DialogStates.InProgress, Question = null };

    /// <summary>The user answers a question with yes or no.</summary>
    internal Dialog Answer(string status)
    {
        var answered = this with { State = DialogStates.InProgress, Question = null };
        return Question is { Kind: QuestionKind.ConfirmSlot, Slot: { } slot } && Slots.TryGetValue(slot, out var value)
            ? answered with { Slots = Slots.SetItem(slot, value with { ConfirmationStatus = status }) }
            : answered with { ConfirmationStatus = status };
    }

    /// <summary>The skill hands the dialog over: Alexa asks for what the model says is missing, else the dialog is complete.</summary>
    internal Dialog Delegate(DialogIntent model)
    {
        // A value that the user has denied is asked for anew.
        var kept = Slots.Where(slot => slot.Value.ConfirmationStatus != Confirmation.Denied || !IsConfirmed(model, slot.Key));
        var dialog = this with { Slots = kept.ToImmutableDictionary(), Question = null };
        return dialog.NextQuestion(model) is { } question
            ? dialog with { Question = question }
            : dialog with { State = DialogStates.Completed };
    }

    /// <summary>The skill changes the intent.</summary>
    internal Dialog Update(Intent updated)
    {
        // Slots that the skill leaves out keep their values unless the intent is another one.
        var slots = (updated.Name == Intent ? Slots : []).ToBuilder();
        foreach (var (name, slot) in updated.Slots ?? ImmutableDictionary<string, Slot>.Empty)
        {
            if (SlotState.Of(slot) is { } state)
            {
                slots[name] = state with { IsHeard = false };
            }
            else
            {
                slots.Remove(name);
            }
        }

        return this with
        {
            Intent = updated.Name!,
            Slots = slots.ToImmutable(),
            ConfirmationStatus = updated.ConfirmationStatus ?? Confirmation.None,
        };
    }

    private static bool IsConfirmed(DialogIntent model, string slot) =>
        model.Slots.Any(candidate => candidate.Name == slot && candidate.ConfirmationRequired);

    private Dialog Fill(IReadOnlyDictionary<string, string> said) =>
        this with { Slots = Slots.SetItems(said.Select(slot => KeyValuePair.Create(slot.Key, new SlotState(slot.Value)))) };

    private Question? NextQuestion(DialogIntent model)
    {
        foreach (var slot in model.Slots)
        {
            var state = Slots.GetValueOrDefault(slot.Name);
            if (state is null && slot.ElicitationRequired)
            {
                return new Question(QuestionKind.ElicitSlot, slot.Name);
            }

            if (slot.ConfirmationRequired && state?.ConfirmationStatus == Confirmation.None)
            {
                return new Question(QuestionKind.ConfirmSlot, slot.Name);
            }
        }

        return model.ConfirmationRequired && ConfirmationStatus == Confirmation.None ? new Question(QuestionKind.ConfirmIntent) : null;
    }
}

/// <summary>A slot that has a value.</summary>
/// <param name="Value">What was said.</param>
/// <param name="ConfirmationStatus">NONE, CONFIRMED or DENIED.</param>
/// <param name="IsHeard">Whether Alexa heard the value and resolves it; of one that the skill has set she brings back the value alone.</param>
public sealed record SlotState(string Value, string ConfirmationStatus = Confirmation.None, bool IsHeard = true)
{
    internal static SlotState? Of(Slot slot) => slot.Spoken is { } value
        ? new SlotState(value, slot.ConfirmationStatus ?? Confirmation.None, IsHeard: (slot.Resolutions ?? slot.SlotValue?.Resolutions) is not null)
        : null;
}

/// <summary>What Alexa has asked.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Slot">The slot that it is about; null where it is about the intent.</param>
public sealed record Question(QuestionKind Kind, string? Slot = null);

/// <summary>What Alexa may ask for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>The value of a slot.</summary>
    ElicitSlot,

    /// <summary>A yes to a slot's value.</summary>
    ConfirmSlot,

    /// <summary>A yes to the whole intent.</summary>
    ConfirmIntent,
}
