namespace AlexaSimulator;

/// <summary>Something that the user of the simulator has to change: the message says what was found, what is needed and what to do.</summary>
/// <param name="message">What was found, what is needed and what to do.</param>
/// <param name="innerException">What a reader or the operating system said; null = nothing.</param>
public sealed class SimulatorException(string message, Exception? innerException = null) : Exception(message, innerException);
