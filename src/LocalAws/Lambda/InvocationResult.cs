namespace LocalAws.Lambda;

/// <summary>What an invocation gave.</summary>
/// <param name="Payload">What the function returned; empty after an error.</param>
/// <param name="Error">What went wrong; null if the function returned.</param>
public sealed record InvocationResult(ReadOnlyMemory<byte> Payload, FunctionError? Error = null)
{
    internal static InvocationResult Failed(string type, string message) => new(default, new FunctionError(type, message));
}

/// <summary>Why an invocation failed.</summary>
/// <param name="Type">The error's type, as the function or Lambda names it.</param>
/// <param name="Message">The error's message.</param>
public sealed record FunctionError(string Type, string Message);
