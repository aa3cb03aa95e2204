using AlexaSkill.Dispatch;
using AlexaSkill.Persistence;
using AlexaSkill.Responses;

namespace TeaTime;

internal sealed class SpillHandler : IErrorHandler
{
    public bool CanHandle(HandlerInput input, Exception exception) => input.Envelope.TakesSpeech;

    public async Task<ResponseEnvelope> HandleAsync(HandlerInput input, Exception exception, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync(exception.GetType().Name);
        var what = exception is PersistenceException ? "I can't remember what you like" : "I've spilled the tea";
        return new ResponseBuilder().Speak($"Sorry, {what}. Please try again.").EndSession().Build();
    }
}
