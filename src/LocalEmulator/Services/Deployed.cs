using Analytics;
using LocalAws.Firehose;
using LocalAws.Lambda;

namespace LocalEmulator.Services;

/// <summary>What the stack deploys, in LocalAws's terms.</summary>
public static class Deployed
{
    /// <summary>The forwarder's event source mapping.</summary>
    public static MappingSettings Mapping { get; } = new()
    {
        BatchSize = Pipeline.BatchSize,
        Window = TimeSpan.FromSeconds(Pipeline.BatchWindowSeconds),
        MaxRetryAttempts = Pipeline.MaxRetryAttempts,
        MaxRecordAge = TimeSpan.FromSeconds(Pipeline.MaxRecordAgeSeconds),
        Bisect = Pipeline.BisectOnError,
    };

    internal static LambdaFunction Forwarder(string quarantinePrefix) => Function(
        Names.ForwarderAssembly,
        Pipeline.ForwarderTimeoutSeconds,
        Pipeline.ForwarderMemoryMegabytes,
        FunctionVariables.Forwarder(quarantinePrefix));

    internal static LambdaFunction Skill(string persistenceAddress) => Function(
        Names.SkillAssembly,
        Pipeline.SkillTimeoutSeconds,
        Pipeline.SkillMemoryMegabytes,
        FunctionVariables.Skill(persistenceAddress));

    /// <summary>The delivery stream.</summary>
    public static FirehoseDelivery Delivery { get; } = new(Names.DeliveryStream, Names.LocalBucket)
    {
        Prefix = Names.DeliveryPrefix,
        FileExtension = Pipeline.FileExtension,
        BufferBytes = Pipeline.BufferMebibytes * 1024L * 1024,
        BufferTime = TimeSpan.FromSeconds(Pipeline.BufferSeconds),
    };

    private static LambdaFunction Function(string name, int timeoutSeconds, int memoryMegabytes, Dictionary<string, string> variables)
    {
        variables["DOTNET_TieredPGO"] = "0"; // A local run is too short for profiles to pay.
        return new LambdaFunction(name, "dotnet", [Repository.FunctionAssembly(name)])
        {
            Environment = variables,
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
            MemoryMegabytes = memoryMegabytes,
        };
    }
}
