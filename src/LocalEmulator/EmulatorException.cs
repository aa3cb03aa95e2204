namespace LocalEmulator;

/// <summary>Something the user has to mend: its message is the one line that a command prints before it ends with exit code 1.</summary>
internal sealed class EmulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
