using AlexaSkill.Dispatch;
using AlexaSkill.Responses;

namespace AlexaSkill.Tests.Dispatch;

/// <summary>A part of a skill of every kind that notes its uses, and does what it is told.</summary>
internal sealed class Part(string name, List<string> uses) : IRequestHandler, IErrorHandler, IRequestInterceptor, IResponseInterceptor
{
    public Func<HandlerInput, bool> Takes { get; init; } = _ => true;

    public Func<Exception, bool> TakesError { get; init; } = _ => true;

    public Func<HandlerInput, ResponseEnvelope> Answer { get; init; } = _ => new ResponseBuilder().Build();

    public bool CanHandle(HandlerInput input)
    {
        uses.Add($"{name}?");
        return Takes(input);
    }

    public bool CanHandle(HandlerInput input, Exception exception)
    {
        uses.Add($"{name}? {exception.GetType().Name}");
        return TakesError(exception);
    }

    public Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken) => AnswerAsync(input);

    public Task<ResponseEnvelope> HandleAsync(HandlerInput input, Exception exception, CancellationToken cancellationToken) =>
        AnswerAsync(input);

    public Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken) => AnswerAsync(input);

    public async Task<ResponseEnvelope> ProcessAsync(HandlerInput input, ResponseEnvelope response, CancellationToken cancellationToken)
    {
        var changed = await AnswerAsync(input);
        return changed.Response.OutputSpeech is null ? response : changed;
    }

    private Task<ResponseEnvelope> AnswerAsync(HandlerInput input)
    {
        uses.Add(name);
        return Task.FromResult(Answer(input));
    }
}
