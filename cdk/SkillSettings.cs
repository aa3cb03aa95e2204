namespace Cdk;

/// <summary>How the skill runs.</summary>
/// <param name="Version">What goes to the column <c>skill_version</c>.</param>
/// <param name="UsesPseudonyms">Whether pseudonyms take the place of the Alexa user ids in the analytics.</param>
/// <param name="TakesSnapshots">Whether a start restores a snapshot.</param>
/// <param name="ProvisionedConcurrency">How many processes are kept started; null = none.</param>
internal sealed record SkillSettings(string Version, bool UsesPseudonyms, bool TakesSnapshots, int? ProvisionedConcurrency)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="awsPackages">standin or official.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ContextException">A value is not what it has to be.</exception>
    public static SkillSettings Read(ContextReader context, string awsPackages)
    {
        var start = context.OneOf("skillStart", "on-demand", "snapstart", "provisioned");
        if (start == "snapstart" && awsPackages != "official")
        {
            throw new ContextException(
                "skillStart is 'snapstart': the stand-in of Amazon.Lambda.RuntimeSupport takes no snapshots. Add -c awsPackages=official.");
        }

        var processes = context.Number("provisionedConcurrency", 1, 1, 1_000, "processes");
        return new SkillSettings(
            context.Text("skillVersion", "1.0.0", ContextRules.IsVersion, "a version, at most 32 visible characters"),
            context.OneOf("analyticsUserId", "alexa", "pseudonym") == "pseudonym",
            start == "snapstart",
            start == "provisioned" ? processes : null);
    }
}
