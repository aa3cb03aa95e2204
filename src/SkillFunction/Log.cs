using Amazon.Runtime;
using Microsoft.Extensions.Logging;

namespace SkillFunction;

/// <summary>Every line that the function logs. None carries a user's or device's id, a token, or what was said.</summary>
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

    [LoggerMessage(5, LogLevel.Error, "A breed look-up failed: {Reason}")]
    public static partial void LookupFailed(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Alexa reports an error: {ErrorType}")]
    public static partial void AlexaError(ILogger logger, string errorType);

    [LoggerMessage(7, LogLevel.Error, "Invocation {AwsRequestId} failed with {ErrorType}:\n{StackTrace}")]
    private static partial void Failed(ILogger logger, string awsRequestId, string errorType, string? stackTrace);

    [LoggerMessage(8, LogLevel.Error, "What is remembered of a user could not be {Done}: {Reason}")]
    public static partial void MemoryFailed(ILogger logger, string done, string reason);

    [LoggerMessage(9, LogLevel.Warning, "What is remembered of a user has values of another program, which are ignored: {Names}")]
    public static partial void MemoryIncomplete(ILogger logger, string names);

    [LoggerMessage(10, LogLevel.Warning, "A user could not be asked for patience: {Reason}")]
    public static partial void NoticeFailed(ILogger logger, string reason);

    [LoggerMessage(
        11,
        LogLevel.Warning,
        "The persistence service's one entry for all users has {Bytes} of {MaxBytes} bytes: once it is full, new users are not remembered. "
        + "ATTRIBUTES_STORE=dynamodb or s3 keeps each user apart.")]
    public static partial void MemoryNearlyFull(ILogger logger, int bytes, int maxBytes);

    [LoggerMessage(12, LogLevel.Warning, "A screen reports what it could not show: {Errors}")]
    public static partial void ScreenError(ILogger logger, string errors);

    /// <summary>Tells a failure by type and place, which are enough to find the fault; its message could quote the request.</summary>
    public static void Failed(ILogger logger, string awsRequestId, Exception failure) =>
        Failed(logger, awsRequestId, failure.GetType().Name, failure.StackTrace);

    /// <summary>Tells a failure of a service in one line.</summary>
    /// <returns>Its type, the service's error code if there is one, and its message.</returns>
    public static string Describe(Exception failure) => failure switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => $"{code}: {failure.Message}",
        OperationCanceledException or TimeoutException => "it took too long",
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };
}
