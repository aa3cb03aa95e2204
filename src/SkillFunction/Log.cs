using Microsoft.Extensions.Logging;

namespace SkillFunction;

/// <summary>The lines that the function logs beside those of any skill. None carries a user's or device's id, a token, or what was said.</summary>
internal static partial class Log
{
    [LoggerMessage(5, LogLevel.Error, "A breed look-up failed: {Reason}")]
    public static partial void LookupFailed(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Alexa reports an error: {ErrorType}")]
    public static partial void AlexaError(ILogger logger, string errorType);

    [LoggerMessage(8, LogLevel.Error, "What is remembered of a user could not be {Done}: {Reason}")]
    public static partial void MemoryFailed(ILogger logger, string done, string reason);

    [LoggerMessage(9, LogLevel.Warning, "What is remembered of a user has values of another program, which are ignored: {Names}")]
    public static partial void MemoryIncomplete(ILogger logger, string names);

    [LoggerMessage(10, LogLevel.Warning, "A user could not be asked for patience: {Reason}")]
    public static partial void NoticeFailed(ILogger logger, string reason);

    [LoggerMessage(12, LogLevel.Warning, "A screen reports what it could not show: {Errors}")]
    public static partial void ScreenError(ILogger logger, string errors);
}
