using Analytics;

namespace Cdk.Settings;

/// <summary>How the skill runs.</summary>
internal sealed record SkillSettings(string Version, bool UsesPseudonyms, bool TakesSnapshots, int? ProvisionedConcurrency)
{
    public static SkillSettings Read(ContextReader context, FunctionSettings functions, SkillDefinition skill)
    {
        var start = context.OneOf("skillStart", "on-demand", "snapstart", "provisioned");
        if (start == "snapstart" && functions is not { AwsPackages: FunctionSettings.Official, Kind: FunctionSettings.Managed })
        {
            throw new ContextException(
                "skillStart is 'snapstart': snapshots need Amazon's own runtime package and pay for managed code only. "
                + "Add -c awsPackages=official -c functions=managed.");
        }

        var processes = context.Number("provisionedConcurrency", 1, 1, 1_000, "processes");
        return new SkillSettings(
            context.Text("skillVersion", "1.0.0", ContextRules.IsVersion, "a version, at most 32 visible characters"),
            skill == SkillDefinition.PetMatch && context.OneOf("analyticsUserId", "alexa", "pseudonym") == "pseudonym",
            start == "snapstart",
            start == "provisioned" ? processes : null);
    }
}
