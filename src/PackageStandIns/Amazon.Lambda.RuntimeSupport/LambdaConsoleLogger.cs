using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes lines of time, request id, level and message.</summary>
internal sealed class LambdaConsoleLogger(string requestId, string? minimumLevel, TextWriter output, TimeProvider time) : ILambdaLogger
{
    private readonly LogLevel minimum = Parse(minimumLevel);

    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => Write(LogLevel.Information, message);

    public void Log(string level, string message) => Write(Parse(level), message);

    private static LogLevel Parse(string? level) =>
        Enum.TryParse<LogLevel>(level, ignoreCase: true, out var parsed) ? parsed : LogLevel.Information;

    private void Write(LogLevel level, string message)
    {
        if (level >= minimum)
        {
            var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            output.WriteLine($"{now}\t{requestId}\t{ShortName(level)}\t{message}");
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
