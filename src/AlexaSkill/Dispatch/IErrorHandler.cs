using AlexaSkill.Responses;

namespace AlexaSkill.Dispatch;

/// <summary>Answers where a handler or an interceptor failed. Response interceptors do not see its answer.</summary>
public interface IErrorHandler
{
    /// <summary>Whether this handler answers to an error; the first one that says yes answers.</summary>
    /// <param name="input">The request.</param>
    /// <param name="exception">What went wrong.</param>
    /// <returns>Whether it does.</returns>
    bool CanHandle(HandlerInput input, Exception exception);

    /// <summary>Answers to an error.</summary>
    /// <param name="input">The request.</param>
    /// <param name="exception">What went wrong.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer.</returns>
    Task<ResponseEnvelope> HandleAsync(HandlerInput input, Exception exception, CancellationToken cancellationToken);
}
