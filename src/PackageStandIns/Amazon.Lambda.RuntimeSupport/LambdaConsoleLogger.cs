using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes lines of time, request id, level and message, or one JSON object for each message where that is the log format.</summary>
internal sealed class LambdaConsoleLogger(string requestId, string? traceId, FunctionEnvironment environment, TextWriter output, TimeProvider time)
    : ILambdaLogger
{
    private readonly LogLevel minimum = Parse(environment.LogLevel);

    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => Write(LogLevel.Information, message);

    public void Log(string level, string message) => Write(Parse(level), message);

    /// <summary>Writes what a handler threw.</summary>
    public void LogFailure(Exception exception) =>
        Write(LogLevel.Error, environment.LogsJson ? null : exception.ToString(), exception);

    /// <summary>Knows .NET's names of the levels and those that Lambda's configuration gives them.</summary>
    private static LogLevel Parse(string? level) => level?.ToUpperInvariant() switch
    {
        "INFO" => LogLevel.Information,
        "WARN" => LogLevel.Warning,
        "FATAL" => LogLevel.Critical,
        _ => Enum.TryParse<LogLevel>(level, ignoreCase: true, out var parsed) ? parsed : LogLevel.Information,
    };

    private void Write(LogLevel level, string? message, Exception? exception = null)
    {
        if (level >= minimum)
        {
            var now = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            output.WriteLine(environment.LogsJson ? Json(now, level, message, exception) : $"{now}\t{requestId}\t{ShortName(level)}\t{message}");
        }
    }

    private string Json(string now, LogLevel level, string? message, Exception? exception)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", now);
            json.WriteString("level", level.ToString());
            json.WriteString("requestId", requestId);
            if (traceId is not null)
            {
                json.WriteString("traceId", traceId);
            }

            json.WriteString("message", message);
            if (exception is not null)
            {
                WriteException(json, exception);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            json.WriteStringValue(line.Trim());
        }

        json.WriteEndArray();
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
