using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes lines of time, request id, level and message to the standard output, which Lambda takes as the log.</summary>
internal sealed class LambdaConsoleLogger(string requestId, string? minimumLevel, TimeProvider time) : ILambdaLogger
{
    private readonly LogLevel minimum = Parse(minimumLevel);

    public void Log(string message) => Console.Out.Write(message);

    public void LogLine(string message) => Write(LogLevel.Information, message);

    public void Log(string level, string message) => Write(Parse(level), message);

    private static LogLevel Parse(string? level) =>
        Enum.TryParse<LogLevel>(level, ignoreCase: true, out var parsed) ? parsed : LogLevel.Information;

    private void Write(LogLevel level, string message)
    {
        if (level >= minimum)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}\t{requestId}\t{ShortName(level)}\t{message}"));
        }
    }

    private static string ShortName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => "info",
    };
}
