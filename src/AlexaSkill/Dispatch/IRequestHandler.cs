using AlexaSkill.Responses;

namespace AlexaSkill.Dispatch;

/// <summary>Answers requests of some kind. Where no class of one's own is needed, <see cref="Match"/> makes one.</summary>
public interface IRequestHandler
{
    /// <summary>Whether this handler answers a request; handlers are asked in their order, and the first one that says yes answers.</summary>
    /// <param name="input">The request, after all request interceptors.</param>
    /// <returns>Whether it does.</returns>
    bool CanHandle(HandlerInput input);

    /// <summary>Answers a request.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answer, usually from a <see cref="ResponseBuilder"/>.</returns>
    Task<ResponseEnvelope> HandleAsync(HandlerInput input, CancellationToken cancellationToken);
}
