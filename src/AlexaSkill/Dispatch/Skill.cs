using System.Text.Json;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Dispatch;

/// <summary>
/// Takes each request to its answer: request interceptors, the first handler that can handle it, response interceptors, and the first
/// error handler that can where any of these failed. The session's attributes go out with the answer, which keeps Alexa's limits.
/// </summary>
/// <param name="options">What the skill consists of.</param>
public sealed class Skill(SkillOptions options)
{
    /// <summary>Answers a request as it comes and goes over the wire; what a Lambda function needs.</summary>
    /// <param name="input">The request's JSON.</param>
    /// <param name="features">What the host gives handlers along, such as Lambda's context; null = nothing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer's JSON.</returns>
    /// <exception cref="UnreadableRequestException">It is no JSON object, or nested deeper than 64 levels.</exception>
    /// <exception cref="ForeignSkillException">It is for another skill.</exception>
    /// <exception cref="TurnTimeoutException">The turn took too long.</exception>
    public async Task<Stream> HandleAsync(Stream input, Features? features = null, CancellationToken cancellationToken = default)
    {
        using var json = new MemoryStream();
        await input.CopyToAsync(json, cancellationToken);
        var envelope = RequestEnvelope.Read(json.GetBuffer().AsSpan(0, (int)json.Length));
        return new MemoryStream((await AnswerAsync(envelope, features, cancellationToken)).ToUtf8Json());
    }

    /// <summary>Answers a request.</summary>
    /// <param name="envelope">The request.</param>
    /// <param name="features">What the host gives handlers along, such as Lambda's context; null = nothing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ForeignSkillException">It is for another skill.</exception>
    /// <exception cref="TurnTimeoutException">The turn took too long.</exception>
    public async Task<ResponseEnvelope> AnswerAsync(
        RequestEnvelope envelope, Features? features = null, CancellationToken cancellationToken = default)
    {
        if (!options.SkillId.Accepts(envelope))
        {
            throw new ForeignSkillException();
        }

        using var limit = new CancellationTokenSource(options.TurnLimit, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TakeTurnAsync(envelope, features, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TurnTimeoutException(options.TurnLimit);
        }
    }

    private async Task<ResponseEnvelope> TakeTurnAsync(RequestEnvelope envelope, Features? features, CancellationToken cancellationToken)
    {
        using var attributes = new AttributesManager(envelope, options.Store);
        var input = new HandlerInput(envelope, attributes, features);
        try
        {
            return Finish(await DispatchAsync(input, cancellationToken), envelope, attributes.ToSessionAttributes());
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var handler = options.ErrorHandlers.FirstOrDefault(handler => handler.CanHandle(input, exception));
            if (handler is null)
            {
                throw;
            }

            var answer = await handler.HandleAsync(input, exception, cancellationToken);

            // What made the answer too large must not do so again: the session keeps what the request brought.
            var session = exception is ResponseTooLargeException ? envelope.Session?.Attributes : attributes.ToSessionAttributes();
            return Finish(answer, envelope, session);
        }
    }

    private async Task<ResponseEnvelope> DispatchAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        foreach (var interceptor in options.RequestInterceptors)
        {
            await interceptor.ProcessAsync(input, cancellationToken);
        }

        var handler = options.Handlers.FirstOrDefault(handler => handler.CanHandle(input)) ?? throw new UnhandledRequestException();
        var response = await handler.HandleAsync(input, cancellationToken);
        foreach (var interceptor in options.ResponseInterceptors)
        {
            response = await interceptor.ProcessAsync(input, response, cancellationToken);
        }

        return response;
    }

    private static ResponseEnvelope Finish(
        ResponseEnvelope response, RequestEnvelope request, IReadOnlyDictionary<string, JsonElement>? sessionAttributes)
    {
        var whole = response.SessionAttributes is null ? response with { SessionAttributes = sessionAttributes } : response;
        return ResponseLimits.Fit(DirectiveRules.Fit(whole, request));
    }
}
