using System.Collections.Concurrent;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;
using LocalEmulator.Conversations;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Sends requests to the skill and keeps the books; several threads may. The ids of hits that were answered go to the queue.</summary>
internal sealed class SkillClient(Emulator emulator, ConcurrentQueue<string> answered)
{
    private long failed;
    private string? firstError;

    /// <summary>Hits that were answered, each once.</summary>
    public int Hits => answered.Distinct(StringComparer.Ordinal).Count();

    /// <summary>Answers to hits, also to those that were sent again, as Alexa does when an answer is late.</summary>
    public int Answers => answered.Count;

    public long Failed => Interlocked.Read(ref failed);

    /// <summary>What the first one failed with; null while none has.</summary>
    public string? FirstError => firstError;

    /// <summary>Sends a request; the response is empty if the request failed.</summary>
    public async Task<ReadOnlyMemory<byte>> SendAsync(RequestEnvelope request, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var result = await emulator.InvokeSkillAsync(json, cancellationToken);
        if (result.Error is { } error)
        {
            Fail($"{error.Type}: {error.Message}");
            return default;
        }

        if (AlexaAnswer.Read(request, result.Payload).Problem is { } problem)
        {
            Fail($"a response that Alexa does not take: {problem}");
            return default;
        }

        if (SkillTalk.IsHit(emulator.Skill, request))
        {
            answered.Enqueue(request.Request.RequestId ?? "");
        }

        return result.Payload;
    }

    private void Fail(string error)
    {
        Interlocked.Increment(ref failed);
        Interlocked.CompareExchange(ref firstError, error, null);
    }
}
