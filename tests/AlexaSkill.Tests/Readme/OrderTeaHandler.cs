using AlexaSkill.Dispatch;
using AlexaSkill.Responses;

namespace TeaTime;

internal sealed class OrderTeaHandler : IRequestHandler
{
    public bool CanHandle(HandlerInput input) => input.IntentName == "OrderTeaIntent";

    public async Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var tea = input.Slot("tea");
        if (tea?.Match is not { } known)
        {
            var sorry = tea?.Spoken is { } said ? $"I don't have {said}. " : "";
            return new ResponseBuilder().Speak($"{sorry}Which tea would you like?").ElicitSlot("tea", input.Request.Intent).Build();
        }

        if (tea.Matches.Count > 1)
        {
            var teas = string.Join(" or ", tea.Matches.Select(match => match.Name));
            return new ResponseBuilder().Speak($"Do you mean {teas}?").ElicitSlot("tea", input.Request.Intent).Build();
        }

        var cups = input.Slot("cups")?.Number ?? 1;
        input.Attributes.SessionAttributes["order"] = $"{cups} {known.Name}";
        var stored = await input.Attributes.GetPersistentAttributesAsync(cancellationToken);
        stored["favourite"] = known.Name;
        return new ResponseBuilder().Speak("With sugar?").Reprompt("Would you like sugar?").Build();
    }
}
