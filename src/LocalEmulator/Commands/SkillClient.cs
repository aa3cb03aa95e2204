using System.Collections.Concurrent;
using LocalEmulator.Conversations;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Sends requests to the skill and keeps the books; several threads may.</summary>
/// <param name="emulator">Runs the skill.</param>
/// <param name="answered">Takes the ids of the hits that were answered.</param>
internal sealed class SkillClient(Emulator emulator, ConcurrentQueue<string> answered)
{
    private long failed;
    private string? firstError;

    /// <summary>Hits that were answered, each once.</summary>
    public int Hits => answered.Distinct(StringComparer.Ordinal).Count();

    /// <summary>Hits that were sent and answered again, as Alexa does when an answer is late.</summary>
    public int Repeats => answered.Count - Hits;

    /// <summary>How many requests failed.</summary>
    public long Failed => Interlocked.Read(ref failed);

    /// <summary>What the first one failed with; null while none has.</summary>
    public string? FirstError => firstError;

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The response; empty if the request failed.</returns>
    public async Task<ReadOnlyMemory<byte>> SendAsync(AlexaRequest request, CancellationToken cancellationToken)
    {
        var result = await emulator.InvokeSkillAsync(request.Json, cancellationToken);
        if (result.Error is { } error)
        {
            Fail($"{error.Type}: {error.Message}");
            return default;
        }

        if (SkillReply.Read(result.Payload, request.Type, out var reason) is null)
        {
            Fail($"a response that Alexa does not take: {reason}");
            return default;
        }

        if (request.IsHit)
        {
            answered.Enqueue(request.RequestId);
        }

        return result.Payload;
    }

    private void Fail(string error)
    {
        Interlocked.Increment(ref failed);
        Interlocked.CompareExchange(ref firstError, error, null);
    }
}
