using System.Globalization;

namespace LocalAws.Lambda;

/// <summary>The environment of a function's process, as Lambda sets it.</summary>
internal static class LambdaEnvironment
{
    /// <summary>Fills a process's environment.</summary>
    public static void Fill(IDictionary<string, string?> environment, LambdaFunction function, int port)
    {
        if (!function.InheritsAws)
        {
            UseLocalAccount(environment);
        }

        environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{port}";
        environment["AWS_LAMBDA_FUNCTION_NAME"] = function.Name;
        environment["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST";
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemoryMegabytes.ToString(CultureInfo.InvariantCulture);
        environment["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.Name}";
        environment["AWS_LAMBDA_LOG_STREAM_NAME"] = "local";
        environment.TryGetValue("NO_PROXY", out var others);
        environment["NO_PROXY"] = $"127.0.0.1,localhost,{others}";
        foreach (var (name, value) in function.Environment)
        {
            environment[name] = value;
        }
    }

    /// <summary>A developer's own profile or endpoint must not reach the functions.</summary>
    private static void UseLocalAccount(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            environment.Remove(name);
        }

        environment["AWS_REGION"] = LocalAccount.Region;
        environment["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKey;
        environment["AWS_SECRET_ACCESS_KEY"] = LocalAccount.AccessKey;
    }
}
