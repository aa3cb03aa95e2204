using System.Collections.Concurrent;

namespace SkillFunction.Tests.Fakes;

/// <summary>
/// Runs work on the test's own thread, and moves the clock to the next timer whenever nothing is left to do: what only waits takes no real
/// time, and how long it would have taken is known exactly.
/// </summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> work = [];

    private Pump()
    {
    }

    public static T Run<T>(TestTime time, Func<Task<T>> start)
    {
        var (outer, pump) = (Current, new Pump());
        SetSynchronizationContext(pump);
        try
        {
            var task = start();
            while (!task.IsCompleted)
            {
                if (pump.work.TryTake(out var next)
                    || (!time.AdvanceToNextTimer() && pump.work.TryTake(out next, Timeout.Infinite, TestContext.Current.CancellationToken)))
                {
                    next.Callback(next.State);
                }
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => work.Add((d, state));
}
