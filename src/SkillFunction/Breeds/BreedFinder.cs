using AlexaSkill.Requests;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillHosting;

namespace SkillFunction.Breeds;

/// <summary>Looks breeds up, timed and bounded; a look-up that fails in whatever way is an outcome, too.</summary>
internal sealed class BreedFinder(BreedLookup lookup, TimeSpan limit, LookupNotice notice, TimeProvider time, ILogger logger)
{
    /// <summary>How long the look-up in the table may take, the AWS SDK's retries included.</summary>
    public static readonly TimeSpan TableLimit = TimeSpan.FromSeconds(2);

    /// <summary>How long the HTTP look-up may take.</summary>
    public static readonly TimeSpan HttpLimit = TimeSpan.FromSeconds(2.5);

    /// <summary>Looks a breed up.</summary>
    /// <returns>What came of it: match, no_match or api_error.</returns>
    public async Task<BreedFinding> FindAsync(
        string key, RequestEnvelope envelope, Func<string> pleaseWait, CancellationToken cancellationToken)
    {
        var over = new CancellationTokenSource();
        using var timer = notice.Plan(envelope, pleaseWait, over.Token);
        try
        {
            return await FindAsync(key, cancellationToken);
        }
        finally
        {
            _ = over.CancelAsync(); // elsewhere: the answer does not wait for a connection to be closed
        }
    }

    private async Task<BreedFinding> FindAsync(string key, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var breed = await Deadline.RunAsync(limit, time, token => lookup(key, token), cancellationToken);
            return string.IsNullOrWhiteSpace(breed) ? Finding(Outcome.NoMatch, null) : Finding(Outcome.Match, breed.Trim());
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The network's edge: the user hears of a failure, whatever it is, and the hit records it.
            Log.LookupFailed(logger, ServiceFailure.Describe(failure));
            return Finding(Outcome.ApiError, null);
        }

        BreedFinding Finding(Outcome outcome, string? breed) => new(outcome, breed, (long)time.GetElapsedTime(start).TotalMilliseconds);
    }
}
