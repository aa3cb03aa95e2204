namespace LocalAws;

/// <summary>A part of the local cloud cannot start or cannot go on; the message says what the user can do.</summary>
/// <param name="message">What was found and what to do, in one line.</param>
/// <param name="cause">The error behind it.</param>
public sealed class LocalAwsException(string message, Exception? cause = null) : Exception(message, cause);
