using Analytics;
using FunctionHosting;
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

    /// <summary>Gives the skill's variables; with them, ATTRIBUTES_STORE alone chooses among the local stores. The others keep their defaults.</summary>
    /// <param name="persistenceAddress">Where the persistence service answers.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> SkillVariables(string persistenceAddress) => new()
    {
        [Variables.SkillId] = "*",
        [Variables.SkillVersion] = "local",
        [Variables.AttributesBucket] = Names.LocalBucket,
        [Variables.AttributesPrefix] = Names.AttributesPrefix,
        [Variables.AttributesUrl] = persistenceAddress,
        [Variables.AttributesToken] = "local/pet-match",
    };

    /// <summary>Gives the forwarder's variables; the others keep their defaults.</summary>
    /// <param name="quarantinePrefix">Where it puts what can never become a line.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> ForwarderVariables(string quarantinePrefix) => new()
    {
        [Variables.DeliveryLogTable] = Names.DeliveryLogTable,
        [Variables.QuarantineBucket] = Names.LocalBucket,
        [Variables.QuarantinePrefix] = quarantinePrefix,
    };

    internal static LambdaFunction Forwarder(string quarantinePrefix) => Function(
        Names.ForwarderAssembly,
        Pipeline.ForwarderTimeoutSeconds,
        Pipeline.ForwarderMemoryMegabytes,
        ForwarderVariables(quarantinePrefix));

    internal static LambdaFunction Skill(string persistenceAddress) => Function(
        Names.SkillAssembly,
        Pipeline.SkillTimeoutSeconds,
        Pipeline.SkillMemoryMegabytes,
        SkillVariables(persistenceAddress));

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
