using Microsoft.Extensions.Logging;

namespace SkillHosting;

/// <summary>What every skill logs. No line carries a user's or device's id, a token, or what was said.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A request for another skill was refused; ALEXA_SKILL_ID names the one that is served.")]
    public static partial void ForeignSkill(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "A request was refused: {Reason}")]
    public static partial void Unreadable(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Error, "A hit was not written: {Reason}")]
    public static partial void HitLost(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Information, "A repeated request was answered again; its hit stands already.")]
    public static partial void HitRepeated(ILogger logger);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "The persistence service's one entry for all users has {Bytes} of {MaxBytes} bytes: once it is full, new users are not remembered. "
        + "ATTRIBUTES_STORE=dynamodb or s3 keeps each user apart.")]
    public static partial void MemoryNearlyFull(ILogger logger, int bytes, int maxBytes);

    [LoggerMessage(7, LogLevel.Error, "Invocation {AwsRequestId} failed with {ErrorType}:\n{StackTrace}")]
    private static partial void Failed(ILogger logger, string awsRequestId, string errorType, string? stackTrace);

    /// <summary>Tells a failure by type and place, which are enough to find the fault; its message could quote the request.</summary>
    public static void Failed(ILogger logger, string awsRequestId, Exception failure) =>
        Failed(logger, awsRequestId, failure.GetType().Name, failure.StackTrace);
}
