using LocalAws.Firehose;
using LocalEmulator.Conversations;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Commands;

/// <summary>Makes puts to Firehose fail; which and how depends on the seed and the put's number alone.</summary>
internal sealed class SoakFirehose(SoakFaults faults, int seed, int life, IEnumerable<SoakFault> due, Action<SoakFault> report)
{
    private const int Millionths = 1_000_000;

    private readonly SoakFault[] due = [.. due];
    private readonly TaskCompletionSource<Func<bool>> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int puts;

    /// <summary>Lets puts pass from now on; those that came before have waited.</summary>
    public void Open(Func<bool> killForwarder) => opened.SetResult(killForwarder);

    public async Task HandleAsync(HttpContext call, RequestDelegate passOn)
    {
        var killForwarder = await opened.Task.WaitAsync(call.RequestAborted);
        var number = Interlocked.Increment(ref puts);
        var chance = new Chance(seed, $"put of life {life}", number);
        if (Choose(number, chance) is not { } fault)
        {
            await passOn(call);
            return;
        }

        report(fault);
        await (fault switch
        {
            SoakFault.Throttle => FirehoseFaults.ThrottleAsync(call),
            SoakFault.Partial => TakePartlyAsync(call, passOn, chance),
            SoakFault.Error => FirehoseFaults.FailAsync(call),
            SoakFault.WrittenError => WriteAndFailAsync(call, passOn, chance),
            SoakFault.Hang => HangAsync(call, passOn, chance),
            _ => KillAsync(call, passOn, chance, killForwarder),
        });
    }

    private SoakFault? Choose(int number, Chance chance)
    {
        if (number <= due.Length)
        {
            return due[number - 1];
        }

        var place = chance.Below(Millionths) / (double)Millionths;
        foreach (var fault in faults.Kinds.Where(SoakFaults.IsOfPuts))
        {
            place -= faults[fault];
            if (place < 0)
            {
                return fault;
            }
        }

        return null;
    }

    private static Task TakePartlyAsync(HttpContext call, RequestDelegate passOn, Chance chance)
    {
        // The first record fails for certain, so that a put of one fails as a whole with status 200.
        var others = chance.Below(100);
        FirehoseFaults.FailRecords(call, place => place == 0 || (place * 37 % 100) < others);
        return passOn(call);
    }

    private static async Task WriteAndFailAsync(HttpContext call, RequestDelegate passOn, Chance chance)
    {
        await WriteAsync(call, passOn);
        if (chance.Happens(50))
        {
            await FirehoseFaults.FailAsync(call);
        }
        else
        {
            call.Abort();
        }
    }

    private static async Task HangAsync(HttpContext call, RequestDelegate passOn, Chance chance)
    {
        if (chance.Happens(50))
        {
            await WriteAsync(call, passOn);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, call.RequestAborted);
    }

    private static async Task KillAsync(HttpContext call, RequestDelegate passOn, Chance chance, Func<bool> killForwarder)
    {
        if (chance.Happens(50))
        {
            await WriteAsync(call, passOn);
        }

        killForwarder();
        call.Abort();
    }

    /// <summary>Has a put written, and drops the answer.</summary>
    private static async Task WriteAsync(HttpContext call, RequestDelegate passOn)
    {
        var answer = call.Response.Body;
        call.Response.Body = Stream.Null;
        await passOn(call);
        call.Response.Body = answer;
        call.Response.Clear();
    }
}
