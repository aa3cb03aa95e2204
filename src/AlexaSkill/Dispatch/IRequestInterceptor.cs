namespace AlexaSkill.Dispatch;

/// <summary>Sees every request before a handler is looked for, in the order of the list.</summary>
public interface IRequestInterceptor
{
    /// <summary>Prepares what handlers need, usually as a feature; an exception goes to the error handlers.</summary>
    /// <param name="input">The request.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the next one may go on.</returns>
    Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken);
}
