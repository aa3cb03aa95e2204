using AlexaSkill.Responses;

namespace AlexaSkill.Dispatch;

/// <summary>Sees every answer of a request handler before it goes out, in the order of the list.</summary>
public interface IResponseInterceptor
{
    /// <summary>Looks at an answer, saves what it has changed, or gives another one; an exception goes to the error handlers.</summary>
    /// <param name="input">The request.</param>
    /// <param name="response">The answer, as the interceptor before left it.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer to go on with.</returns>
    Task<ResponseEnvelope> ProcessAsync(HandlerInput input, ResponseEnvelope response, CancellationToken cancellationToken);
}
