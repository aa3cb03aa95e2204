namespace LocalEmulator.Services;

/// <summary>What an invocation gave.</summary>
/// <param name="Payload">What the function returned; empty after an error.</param>
/// <param name="Error">What went wrong; null if the function returned.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, FunctionError? Error = null)
{
    /// <summary>The result of an invocation that failed.</summary>
    /// <param name="type">The error's type.</param>
    /// <param name="message">The error's message.</param>
    /// <returns>A result without a payload.</returns>
    public static InvocationResult Failed(string type, string message) => new(default, new FunctionError(type, message));
}

/// <summary>Why an invocation failed.</summary>
/// <param name="Type">The error's type, as the function or Lambda names it.</param>
/// <param name="Message">The error's message.</param>
internal sealed record FunctionError(string Type, string Message);
