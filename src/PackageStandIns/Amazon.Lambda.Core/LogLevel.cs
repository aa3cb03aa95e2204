namespace Amazon.Lambda.Core;

/// <summary>How grave a log message is, from the least grave to the gravest.</summary>
public enum LogLevel
{
    /// <summary>Every step, for whoever follows one request through the code.</summary>
    Trace = 0,

    /// <summary>Details that help while developing.</summary>
    Debug = 1,

    /// <summary>The ordinary course of events; what is logged unless configured otherwise.</summary>
    Information = 2,

    /// <summary>Unexpected, but the invocation goes on.</summary>
    Warning = 3,

    /// <summary>The invocation failed.</summary>
    Error = 4,

    /// <summary>The function as a whole cannot work.</summary>
    Critical = 5,
}
