using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Analytics;
using Analytics.Telemetry;
using StreamToFirehoseFunction;

using var stop = new CancellationTokenSource();
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var time = TimeProvider.System;
    await using var output = Console.OpenStandardOutput();
    var logger = new JsonLogger(output, time);
    var metrics = new EmbeddedMetrics(logger, Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? Names.ForwarderAssembly, time);
    var forwarder = ForwarderComposition.Create(settings, ForwarderServices.Open(settings), metrics, Random.Shared, time, logger);
    using var bootstrap = LambdaBootstrapBuilder.Create(forwarder.HandleAsync).Build();
    await bootstrap.RunAsync(stop.Token);
    return 0;
}
catch (FormatException failure)
{
    return await EndAsync(failure.Message);
}
catch (AmazonClientException failure)
{
    return await EndAsync($"The AWS client can't start: {failure.Message}. Are AWS_REGION and the credentials set?");
}
catch (Exception failure) when (failure is HttpRequestException or RuntimeApiClientException)
{
    return await EndAsync($"AWS_LAMBDA_RUNTIME_API names a Runtime API that does not serve: {failure.Message}");
}

static async Task<int> EndAsync(string reason)
{
    await Console.Error.WriteLineAsync(reason.ReplaceLineEndings(" "));
    return 1;
}
