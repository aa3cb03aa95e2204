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
    /// <param name="skill">The skill.</param>
    /// <param name="persistenceAddress">Where the persistence service answers.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> SkillVariables(SkillDefinition skill, string persistenceAddress) => new()
    {
        [Variables.MetricsNamespace] = skill.ShortTitle,
        [Variables.SkillId] = "*",
        [Variables.SkillVersion] = "local",
        [Variables.HitsTable] = skill.Names.HitsTable,
        [Variables.AttributesTable] = skill.Names.AttributesTable,
        [Variables.AttributesBucket] = skill.Names.LocalBucket,
        [Variables.AttributesPrefix] = Names.AttributesPrefix,
        [Variables.AttributesUrl] = persistenceAddress,
        [Variables.AttributesToken] = $"local/{skill.Names.Prefix}",
    };

    /// <summary>Gives the forwarder's variables; the others keep their defaults.</summary>
    /// <param name="skill">The skill whose hits it forwards.</param>
    /// <param name="quarantinePrefix">Where it puts what can never become a line.</param>
    /// <returns>The variables.</returns>
    public static Dictionary<string, string> ForwarderVariables(SkillDefinition skill, string quarantinePrefix)
    {
        var variables = new Dictionary<string, string>
        {
            [Variables.MetricsNamespace] = skill.ShortTitle,
            [Variables.DeliveryStream] = skill.Names.DeliveryStream,
            [Variables.DeliveryLogTable] = skill.Names.DeliveryLogTable,
            [Variables.QuarantineBucket] = skill.Names.LocalBucket,
            [Variables.QuarantinePrefix] = quarantinePrefix,
        };
        if (skill.ForwardedColumns is { } columns)
        {
            variables[Variables.RecordColumns] = columns;
        }

        return variables;
    }

    internal static LambdaFunction Forwarder(SkillDefinition skill, string quarantinePrefix) => Function(
        Names.ForwarderAssembly,
        Repository.FunctionAssembly(Names.ForwarderAssembly),
        Pipeline.ForwarderTimeoutSeconds,
        Pipeline.ForwarderMemoryMegabytes,
        ForwarderVariables(skill, quarantinePrefix));

    internal static LambdaFunction Skill(SkillDefinition skill, string persistenceAddress) => Function(
        skill.Assembly,
        SkillAssembly(skill),
        Pipeline.SkillTimeoutSeconds,
        Pipeline.SkillMemoryMegabytes,
        SkillVariables(skill, persistenceAddress));

    private static string SkillAssembly(SkillDefinition skill)
    {
        var path = Repository.FunctionAssembly(skill.Folder, skill.Assembly);
        return File.Exists(path)
            ? path
            : throw new EmulatorException($"{path} does not exist: the definition's {nameof(skill.Folder)} and {nameof(skill.Assembly)} have to name the function's project, and that has to be built.");
    }

    /// <summary>Gives a skill's delivery stream.</summary>
    /// <param name="skill">The skill.</param>
    /// <returns>The stream.</returns>
    public static FirehoseDelivery Delivery(SkillDefinition skill) => new(skill.Names.DeliveryStream, skill.Names.LocalBucket)
    {
        Prefix = Names.DeliveryPrefix,
        FileExtension = Pipeline.FileExtension,
        BufferBytes = Pipeline.BufferMebibytes * 1024L * 1024,
        BufferTime = TimeSpan.FromSeconds(Pipeline.BufferSeconds),
    };

    private static LambdaFunction Function(
        string name, string assembly, int timeoutSeconds, int memoryMegabytes, Dictionary<string, string> variables)
    {
        variables["DOTNET_TieredPGO"] = "0"; // A local run is too short for profiles to pay.
        return new LambdaFunction(name, "dotnet", [assembly])
        {
            Environment = variables,
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
            MemoryMegabytes = memoryMegabytes,
        };
    }
}
