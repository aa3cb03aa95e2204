using Microsoft.Extensions.Logging;

namespace FunctionHosting;

/// <summary>What any function's process logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Started on {RuntimePackage}.")]
    public static partial void Started(ILogger logger, string runtimePackage);
}
