using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace FunctionHosting;

/// <summary>A function's process: answers invocations until Lambda ends it with SIGTERM.</summary>
public static class FunctionProcess
{
    /// <summary>Runs the function; what prevents its start is one line on standard error.</summary>
    /// <param name="name">What the metrics call the function where Lambda has not named it.</param>
    /// <param name="compose">Reads the settings and puts the function together; gives what answers an invocation.</param>
    /// <returns>The exit code: 0 after SIGTERM; 1 where a setting is missing or bad, or the Runtime API does not serve.</returns>
    public static async Task<int> RunAsync(
        string name, Func<EmbeddedMetrics, JsonLogger, Task<Func<Stream, ILambdaContext, Task<Stream>>>> compose)
    {
        // The first signature needs OpenSSL, which takes a tenth of a start to load: it does so while the settings are read.
        _ = Task.Run(static () => SHA256.HashData([]));

        using var stop = new CancellationTokenSource();
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            await using var output = Console.OpenStandardOutput();
            var logger = new JsonLogger(output, TimeProvider.System);
            var metrics = OpenMetrics(new SettingsReader(Environment.GetEnvironmentVariable), name, logger);
            using var bootstrap = LambdaBootstrapBuilder.Create(await compose(metrics, logger)).Build();
            Log.Started(logger, RuntimePackage());
            await bootstrap.RunAsync(stop.Token);
            return 0;
        }
        catch (SettingsException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);
            return 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or RuntimeApiClientException)
        {
            await Console.Error.WriteLineAsync(
                $"{Variables.RuntimeApi} names a Runtime API that does not serve: {failure.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static EmbeddedMetrics OpenMetrics(SettingsReader variables, string name, JsonLogger logger) =>
        new(logger, variables.Text(Variables.FunctionName) ?? name, TimeProvider.System)
        {
            MetricsNamespace = variables.MetricsNamespace(Variables.MetricsNamespace, Metrics.Namespace),
        };

    /// <summary>Whose package runs the loop: the stand-in's assembly has the version 0.</summary>
    private static string RuntimePackage() => typeof(LambdaBootstrap).Assembly.GetName() is { Version: { Major: > 0 } version } official
        ? $"{official.Name} {version.ToString(3)}"
        : $"the project's stand-in for {typeof(LambdaBootstrap).Namespace}";
}
