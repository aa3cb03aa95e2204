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

    /// <summary>Waits in silence for a while, then speaks; never fails.</summary>
    public async Task SpeakAsync(RequestEnvelope envelope, Func<string> text, CancellationToken over)
    {
        try
        {
            if (ProgressiveResponses.Takes(envelope))
            {
                await Task.Delay(Silence, time, over);
                await responses.SpeakAsync(envelope, text(), over);
            }
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
