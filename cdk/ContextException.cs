namespace Cdk;

/// <summary>A context value, or a file that the app reads, is not what it has to be; the message is one line.</summary>
/// <param name="message">What was found, what is allowed and what to do.</param>
internal sealed class ContextException(string message) : Exception(message);
