namespace LocalEmulator;

/// <summary>Something that the user has to change: its message is the one line that a command prints before it ends with exit code 1.</summary>
/// <param name="message">What was found, what is needed and what to do.</param>
/// <param name="innerException">What the operating system or a library said; null = nothing.</param>
public sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
