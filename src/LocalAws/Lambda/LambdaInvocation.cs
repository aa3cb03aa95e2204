using System.Globalization;

namespace LocalAws.Lambda;

/// <summary>One invocation of a function, from the queue to its result.</summary>
internal sealed class LambdaInvocation(ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource<InvocationResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The invocation's request id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The event.</summary>
    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>Completes with the result.</summary>
    public Task<InvocationResult> Result => result.Task;

    /// <summary>Ends the invocation; the first result counts.</summary>
    public void Complete(InvocationResult outcome) => result.TrySetResult(outcome);

    /// <summary>Ends the invocation where no process is left to take it.</summary>
    public void End() => Complete(InvocationResult.Failed(
        "Runtime.ExitError", $"RequestId: {Id} Error: The function was ended before a process took the event."));

    /// <summary>Ends the invocation without a result: its caller has given up.</summary>
    public void Abandon(CancellationToken cancellationToken) => result.TrySetCanceled(cancellationToken);
}
