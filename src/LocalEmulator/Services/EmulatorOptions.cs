using Analytics;
using LocalAws;
using LocalAws.Lambda;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Services;

/// <summary>How the emulator runs; mapping and delivery are as deployed unless given.</summary>
internal sealed record EmulatorOptions(string DataDirectory, SkillDefinition Skill)
{
    /// <summary>How many requests the skill answers at once.</summary>
    public int SkillProcesses { get; init; } = 1;

    /// <summary>Variables for both functions, beside or in place of those that the emulator sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public MappingSettings Mapping { get; init; } = Deployed.Mapping;

    public LocalAws.Firehose.FirehoseDelivery Delivery { get; init; } = Deployed.Delivery(Skill);

    /// <summary>May answer the delivery stream's callers in Firehose's place, or pass the call on.</summary>
    public Func<HttpContext, RequestDelegate, Task>? FirehoseFault { get; init; }

    /// <summary>Is told what happens to records on their way.</summary>
    public Action<PipelineEvent> Watch { get; init; } = _ => { };
}
