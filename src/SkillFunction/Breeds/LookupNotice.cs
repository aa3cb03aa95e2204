using AlexaSkill.Requests;
using AlexaSkill.Services;
using Microsoft.Extensions.Logging;
using SkillHosting;

namespace SkillFunction.Breeds;

/// <summary>Asks the user for patience while a look-up takes its time. No answer waits for it, and none fails by it.</summary>
internal sealed class LookupNotice(ProgressiveResponses responses, TimeProvider time, ILogger logger)
{
    /// <summary>How long a look-up may take in silence: longer than one after a cold start, shorter than what feels like a fault.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(800);

    /// <summary>Speaks after a while in silence, unless the look-up is over before.</summary>
    /// <returns>The timer, which stops when disposed; null where Alexa takes no notice for the request.</returns>
    public ITimer? Plan(RequestEnvelope envelope, Func<string> text, CancellationToken over) => ProgressiveResponses.Takes(envelope)
        ? time.CreateTimer(_ => _ = SpeakAsync(envelope, text, over), null, Silence, Timeout.InfiniteTimeSpan)
        : null;

    /// <summary>Speaks; never fails.</summary>
    public async Task SpeakAsync(RequestEnvelope envelope, Func<string> text, CancellationToken over)
    {
        try
        {
            await responses.SpeakAsync(envelope, text(), over);
        }
        catch (Exception failure) when (!over.IsCancellationRequested)
        {
            // The network's edge: the user has to wait in silence.
            Log.NoticeFailed(logger, ServiceFailure.Describe(failure));
        }
        catch (OperationCanceledException)
        {
            // The answer was faster.
        }
    }
}
