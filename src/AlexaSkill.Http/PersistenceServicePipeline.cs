using System.Net;
using AlexaSkill.Persistence;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Polly;

namespace AlexaSkill.Http;

/// <summary>
/// Bounds each request's time, repeats what failed by connection or service, and sends nothing for a while once half of at least
/// <see cref="BreakerCalls"/> requests failed. A time-out is not repeated: Alexa does not wait that long.
/// </summary>
internal sealed class PersistenceServicePipeline
{
    /// <summary>How often a request is repeated.</summary>
    public const int Retries = 2;

    /// <summary>The fewest requests within <see cref="BreakerWindow"/> that the breaker judges by.</summary>
    public const int BreakerCalls = 6;

    /// <summary>How long the breaker stays open.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(15);

    /// <summary>The time that the breaker looks back.</summary>
    public static readonly TimeSpan BreakerWindow = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly ResiliencePipeline<PersistenceServiceAnswer> pipeline;

    public PersistenceServicePipeline(PersistenceServiceOptions options, TimeProvider time, Random jitter) =>
        pipeline = new ResiliencePipelineBuilder<PersistenceServiceAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<PersistenceServiceAnswer>
            {
                ShouldHandle = Failures(),
                MaxRetryAttempts = Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                UseJitter = true,
                Randomizer = jitter.NextDouble,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<PersistenceServiceAnswer>
            {
                ShouldHandle = Failures().Handle<TimeoutRejectedException>(),
                FailureRatio = 0.5,
                MinimumThroughput = BreakerCalls,
                SamplingDuration = BreakerWindow,
                BreakDuration = BreakTime,
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout ?? DefaultTimeout })
            .Build();

    /// <summary>Sends a request, more than once where it fails.</summary>
    /// <exception cref="PersistenceException">There was no answer.</exception>
    public async Task<PersistenceServiceAnswer> RunAsync(
        Func<CancellationToken, Task<PersistenceServiceAnswer>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await send(token), cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            throw Unavailable($"did not answer within {late.Timeout.TotalSeconds:0.###} s", late);
        }
        catch (BrokenCircuitException open)
        {
            throw Unavailable("keeps failing and is left alone for a while", open);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unavailable($"could not be reached ({unreachable.HttpRequestError})", unreachable);
        }
    }

    private static PredicateBuilder<PersistenceServiceAnswer> Failures() => new PredicateBuilder<PersistenceServiceAnswer>()
        .Handle<HttpRequestException>()
        .HandleResult(answer => answer.Status >= HttpStatusCode.InternalServerError);

    private static PersistenceException Unavailable(string what, Exception cause) => new(
        PersistenceFailure.Unavailable,
        $"The persistence service {what}. Check the address and the network, or try again later.",
        cause)
    {
        Option = nameof(PersistenceServiceOptions.Address),
    };
}
