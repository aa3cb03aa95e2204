namespace FunctionHosting;

/// <summary>A setting keeps the function from starting; the message is the one line to print, and names the variable.</summary>
/// <param name="message">What was found, what is allowed and what to do.</param>
public sealed class SettingsException(string message) : Exception(message.ReplaceLineEndings(" "));
