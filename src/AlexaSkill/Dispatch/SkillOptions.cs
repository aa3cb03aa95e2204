using AlexaSkill.Persistence;

namespace AlexaSkill.Dispatch;

/// <summary>What a skill consists of.</summary>
/// <param name="SkillId">Which skill it answers for.</param>
/// <param name="Handlers">Who answers its requests, the most specific first: the first one that can handle a request does.</param>
public sealed record SkillOptions(SkillId SkillId, params IReadOnlyList<IRequestHandler> Handlers)
{
    /// <summary>Who answers where something failed: the first one that can; without one the exception reaches the caller.</summary>
    public IReadOnlyList<IErrorHandler> ErrorHandlers { get; init; } = [];

    /// <summary>Who sees each request before a handler is looked for, in this order.</summary>
    public IReadOnlyList<IRequestInterceptor> RequestInterceptors { get; init; } = [];

    /// <summary>Who sees each answer before it goes out, in this order.</summary>
    public IReadOnlyList<IResponseInterceptor> ResponseInterceptors { get; init; } = [];

    /// <summary>Where attributes are kept between sessions; the default keeps none.</summary>
    public IPersistenceAdapter Store { get; init; } = new NoPersistenceAdapter();

    /// <summary>How long a whole turn may take, more than zero; Alexa waits 8 seconds, the way there included. 7 seconds by default.</summary>
    public TimeSpan TurnLimit { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
