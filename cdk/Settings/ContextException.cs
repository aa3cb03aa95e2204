namespace Cdk.Settings;

/// <summary>A context value, or a file that the app reads, is not what it has to be; the message is one line.</summary>
internal sealed class ContextException(string message) : Exception(message);
