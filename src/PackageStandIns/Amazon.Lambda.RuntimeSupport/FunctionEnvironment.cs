using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda tells a function by environment variables.</summary>
internal sealed record FunctionEnvironment(
    Uri RuntimeApi,
    string FunctionName,
    string FunctionVersion,
    int MemoryLimitInMB,
    string? LogGroupName,
    string? LogStreamName,
    string? LogLevel,
    bool LogsJson)
{
    private const string RuntimeApiVariable = "AWS_LAMBDA_RUNTIME_API";

    public static FunctionEnvironment Read(Func<string, string?> variable) => new(
        ReadRuntimeApi(variable(RuntimeApiVariable)),
        variable("AWS_LAMBDA_FUNCTION_NAME") ?? "",
        variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "",
        int.TryParse(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var memory) ? memory : 0,
        variable("AWS_LAMBDA_LOG_GROUP_NAME"),
        variable("AWS_LAMBDA_LOG_STREAM_NAME"),
        variable("AWS_LAMBDA_HANDLER_LOG_LEVEL") ?? variable("AWS_LAMBDA_LOG_LEVEL"),
        "json".Equals(variable("AWS_LAMBDA_HANDLER_LOG_FORMAT") ?? variable("AWS_LAMBDA_LOG_FORMAT"), StringComparison.OrdinalIgnoreCase));

    private static Uri ReadRuntimeApi(string? hostAndPort)
    {
        if (string.IsNullOrEmpty(hostAndPort))
        {
            throw new InvalidOperationException(
                $"{RuntimeApiVariable} is missing. Lambda sets it to the host and port of its Runtime API, such as 127.0.0.1:9001; "
                + "outside of Lambda, start the function with an emulator of that API.");
        }

        return !hostAndPort.Contains('/', StringComparison.Ordinal)
            && Uri.TryCreate($"http://{hostAndPort}/2018-06-01/runtime/", UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException(
                $"{RuntimeApiVariable} is '{hostAndPort}'; it may be a host and a port, such as 127.0.0.1:9001.");
    }
}
