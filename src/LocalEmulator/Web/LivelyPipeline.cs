using Analytics;
using LocalAws.Firehose;
using LocalAws.Lambda;
using LocalEmulator.Services;

namespace LocalEmulator.Web;

/// <summary>The pipeline as it is deployed, but with waits that somebody who watches has the patience for.</summary>
internal static class LivelyPipeline
{
    public static MappingSettings Mapping { get; } = Deployed.Mapping with { Window = TimeSpan.FromSeconds(1) };

    public static FirehoseDelivery Delivery { get; } = Deployed.Delivery(SkillDefinition.PetMatch) with { BufferBytes = 1024 * 1024, BufferTime = TimeSpan.FromSeconds(8) };
}
