using LocalAws.Firehose;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Web.Watch;

/// <summary>The faults that can be switched on while the system runs.</summary>
internal sealed class FaultSwitches(PipelineWatch watch)
{
    private volatile FirehoseFault firehose;
    private int kill;

    /// <summary>Kills the forwarder in its invocation.</summary>
    public Func<bool> KillForwarder { get; set; } = () => false;

    /// <summary>What is switched on.</summary>
    public FaultState State => new(firehose, Volatile.Read(ref kill) != 0);

    /// <summary>Has Firehose do something with every put from now on.</summary>
    public void Switch(FirehoseFault fault)
    {
        firehose = fault;
        watch.Note(NoteKind.Fault, fault switch
        {
            FirehoseFault.None => "Firehose takes everything again.",
            FirehoseFault.Throttle => "Firehose throttles: it answers every put with 503.",
            FirehoseFault.Error => "Firehose fails: it answers every put with 500.",
            _ => "Firehose takes a part: it refuses about half of the records.",
        });
    }

    /// <summary>Has the forwarder killed in its next put.</summary>
    public void Kill()
    {
        Volatile.Write(ref kill, 1);
        watch.Note(NoteKind.Fault, "The forwarder will be killed in its next put.");
    }

    /// <summary>Answers a put in Firehose's place, or passes it on.</summary>
    public Task HandleAsync(HttpContext call, RequestDelegate passOn)
    {
        if (Interlocked.Exchange(ref kill, 0) != 0)
        {
            watch.Note(NoteKind.Trouble, "The forwarder is killed in its put, before Firehose has taken anything.");
            KillForwarder();
            call.Abort();
            return Task.CompletedTask;
        }

        switch (firehose)
        {
            case FirehoseFault.Throttle:
                watch.Note(NoteKind.Trouble, "Firehose throttles a put (503 ServiceUnavailableException); the forwarder tries again.");
                return FirehoseFaults.ThrottleAsync(call);
            case FirehoseFault.Error:
                watch.Note(NoteKind.Trouble, "Firehose fails in a put (500 InternalFailure); the forwarder tries again.");
                return FirehoseFaults.FailAsync(call);
            case FirehoseFault.Partial:
                watch.Note(NoteKind.Trouble, "Firehose refuses records of a put; the forwarder sends those again, and only those.");
                FirehoseFaults.FailRecords(call, _ => Random.Shared.Next(2) == 0);
                return passOn(call);
            default:
                return passOn(call);
        }
    }
}
