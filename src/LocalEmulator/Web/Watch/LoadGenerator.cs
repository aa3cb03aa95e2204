using System.Collections.Concurrent;
using System.Security.Cryptography;
using Analytics;
using LocalEmulator.Commands;
using LocalEmulator.Conversations;
using LocalEmulator.Services;

namespace LocalEmulator.Web.Watch;

/// <summary>Holds generated conversations in the background, one lot at a time.</summary>
internal sealed class LoadGenerator(Emulator emulator, PipelineWatch watch) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private volatile LoadState? state;
    private Task running = Task.CompletedTask;
    private long held;

    /// <summary>How far the last lot is; null before the first.</summary>
    public LoadState? State => state is { } now ? now with { Held = Interlocked.Read(ref held) } : null;

    /// <summary>Begins a lot; false where one is under way.</summary>
    public bool TryStart(long conversations, int? seed)
    {
        lock (stop)
        {
            if (!running.IsCompleted)
            {
                return false;
            }

            Interlocked.Exchange(ref held, 0);
            state = new LoadState(conversations, 0, IsRunning: true, null);
            running = HoldAsync(conversations, seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
            return true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    private async Task HoldAsync(long conversations, int seed)
    {
        var skill = new SkillClient(emulator, new ConcurrentQueue<string>());
        watch.Note(NoteKind.Progress, $"{conversations} conversations begin.");
        try
        {
            await Task.Yield();
            await new ConversationLoad(new SkillTalk(SkillDefinition.PetMatch), seed, skill).HoldAsync(conversations, Step, stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or LocalAws.LocalAwsException)
        {
            state = state! with { IsRunning = false, Problem = "The system has ended." };
            return;
        }

        var problem = skill.Failed > 0 ? $"{skill.Failed} requests failed; the first with {skill.FirstError}" : null;
        state = state! with { IsRunning = false, Problem = problem };
        watch.Note(NoteKind.Done, $"{conversations} conversations are held: {skill.Hits} hits were answered.");
    }

    private void Step()
    {
        Interlocked.Increment(ref held);
        watch.Touch();
    }
}
