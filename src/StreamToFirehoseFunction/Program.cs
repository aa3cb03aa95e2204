using Analytics;
using FunctionHosting;
using StreamToFirehoseFunction;

return await FunctionProcess.RunAsync(Names.ForwarderAssembly, async (metrics, logger) =>
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var services = ForwarderServices.Open(settings);
    return ForwarderComposition.Create(settings, services, metrics, Random.Shared, TimeProvider.System, logger).HandleAsync;
});
