using Analytics;
using FunctionHosting;
using SkillFunction;

return await FunctionProcess.RunAsync(Names.SkillAssembly, async (metrics, logger) =>
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    var services = SkillServices.Open(settings, TimeProvider.System, logger);
    await services.ConnectAsync(settings.BreedsTable);
    return SkillComposition.Create(settings, services, metrics, Random.Shared, TimeProvider.System, logger).HandleAsync;
});
