using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AlexaSkill.Requests;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>Alexa's side of a dialog: what has been said about an intent, and what she is waiting for.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="State">STARTED, IN_PROGRESS or COMPLETED.</param>
/// <param name="Slots">The slots that have a value.</param>
/// <param name="ConfirmationStatus">Whether the whole intent is confirmed.</param>
/// <param name="Question">What Alexa has asked; null where the skill asked for nothing in particular.</param>
internal sealed record Dialog(
    string Intent,
    string State,
    ImmutableDictionary<string, SlotState> Slots,
    string ConfirmationStatus = Confirmation.None,
    Question? Question = null)
{
    /// <summary>Begins a dialog.</summary>
    /// <param name="said">What begins it.</param>
    /// <returns>The dialog.</returns>
    public static Dialog Start(Understanding said) => new Dialog(said.Intent, DialogStates.Started, []).Fill(said.Slots);

    /// <summary>The user goes on about the same intent.</summary>
    /// <param name="slots">What was said.</param>
    /// <returns>The dialog after it.</returns>
    public Dialog Continue(IReadOnlyDictionary<string, string> slots) =>
        Fill(slots) with { State = DialogStates.InProgress, Question = null };

    /// <summary>The user answers a question with yes or no.</summary>
    /// <param name="status">CONFIRMED or DENIED.</param>
    /// <returns>The dialog after it.</returns>
    public Dialog Answer(string status)
    {
        var answered = this with { State = DialogStates.InProgress, Question = null };
        return Question is { Kind: QuestionKind.ConfirmSlot, Slot: { } slot } && Slots.TryGetValue(slot, out var value)
            ? answered with { Slots = Slots.SetItem(slot, value with { ConfirmationStatus = status }) }
            : answered with { ConfirmationStatus = status };
    }

    /// <summary>The skill hands the dialog over: Alexa asks for what the model says is missing, else the dialog is complete.</summary>
    /// <param name="model">The intent's dialog in the model.</param>
    /// <returns>The dialog with the next question, or COMPLETED.</returns>
    public Dialog Delegate(DialogIntent model)
    {
        // A value that the user has denied is asked for anew.
        var kept = Slots.Where(slot => slot.Value.ConfirmationStatus != Confirmation.Denied || !IsConfirmed(model, slot.Key));
        var dialog = this with { Slots = kept.ToImmutableDictionary(), Question = null };
        return dialog.NextQuestion(model) is { } question
            ? dialog with { Question = question }
            : dialog with { State = DialogStates.Completed };
    }

    /// <summary>The skill changes the intent.</summary>
    /// <param name="updated">What it changes it to.</param>
    /// <returns>The dialog after it.</returns>
    public Dialog Update(UpdatedIntent updated)
    {
        // Slots that the skill leaves out keep their values unless the intent is another one.
        var slots = (updated.Name == Intent ? Slots : []).ToBuilder();
        foreach (var (name, state) in updated.Slots)
        {
            if (state is null)
            {
                slots.Remove(name);
            }
            else
            {
                slots[name] = state;
            }
        }

        return this with { Intent = updated.Name, Slots = slots.ToImmutable(), ConfirmationStatus = updated.ConfirmationStatus };
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
/// <param name="ConfirmationStatus">Whether it is confirmed.</param>
/// <param name="IsHeard">Whether Alexa heard the value and resolves it; of one that the skill has set she brings back the value alone.</param>
internal sealed record SlotState(string Value, string ConfirmationStatus = Confirmation.None, bool IsHeard = true);

/// <summary>What Alexa has asked.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Slot">The slot that it is about.</param>
internal sealed record Question(QuestionKind Kind, string? Slot = null);

/// <summary>What Alexa may ask for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
internal enum QuestionKind
{
    /// <summary>The value of a slot.</summary>
    ElicitSlot,

    /// <summary>A yes to a slot's value.</summary>
    ConfirmSlot,

    /// <summary>A yes to the whole intent.</summary>
    ConfirmIntent,
}
