using AlexaSkill.Persistence;

namespace AlexaSkill.Dispatch;

/// <summary>What a skill consists of.</summary>
public sealed class SkillOptions
{
    /// <summary>Which skill it answers for.</summary>
    public required SkillId SkillId { get; init; }

    /// <summary>Who answers its requests, the most specific first: the first one that can handle a request does.</summary>
    public required IReadOnlyList<IRequestHandler> Handlers { get; init; }

    /// <summary>Who answers where something failed: the first one that can; without one the exception reaches the caller.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<IErrorHandler> ErrorHandlers { get; init; } = [];

    /// <summary>Who sees each request before a handler is looked for, in this order.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<IRequestInterceptor> RequestInterceptors { get; init; } = [];

    /// <summary>Who sees each answer before it goes out, in this order.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<IResponseInterceptor> ResponseInterceptors { get; init; } = [];

    /// <summary>Where attributes are kept between sessions.</summary>
    /// <value>The default keeps none.</value>
    public IPersistenceAdapter Store { get; init; } = new NoPersistenceAdapter();

    /// <summary>How long a whole turn may take, more than zero; Alexa waits 8 seconds, the way there included.</summary>
    /// <value>The default is 7 seconds.</value>
    public TimeSpan TurnLimit { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>The clock that turns are timed by.</summary>
    /// <value>The default is the system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
