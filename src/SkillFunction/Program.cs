using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport;
using Analytics;
using FunctionHosting;
using SkillFunction;

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
    var metrics = new EmbeddedMetrics(logger, Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? Names.SkillAssembly, time);
    var services = SkillServices.Open(settings, time, logger);
    var endpoint = SkillComposition.Create(settings, services, metrics, Random.Shared, time, logger);
    await services.ConnectAsync(settings.BreedsTable);
    using var bootstrap = LambdaBootstrapBuilder.Create(endpoint.HandleAsync).Build();
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
        $"AWS_LAMBDA_RUNTIME_API names a Runtime API that does not serve: {failure.Message.ReplaceLineEndings(" ")}");
    return 1;
}
