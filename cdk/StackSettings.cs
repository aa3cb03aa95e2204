namespace Cdk;

/// <summary>What the context decides about the stack.</summary>
/// <param name="Stage">The stage, and with it the names and what becomes of data.</param>
/// <param name="Names">The names of what is deployed.</param>
/// <param name="SkillId">The only skill that may call the endpoint.</param>
/// <param name="Skill">How the skill runs.</param>
/// <param name="Attributes">Where the skill remembers.</param>
/// <param name="Hits">How hits are kept.</param>
/// <param name="ForwarderConcurrency">How many of the forwarder may run at once; 0 reserves none.</param>
/// <param name="Delivery">How hits are delivered.</param>
/// <param name="ScanLimitMegabytes">Megabytes that one query may read.</param>
/// <param name="LogRetentionDays">Days that logs are kept.</param>
/// <param name="AlarmEmail">Who is told of alarms; null = nobody.</param>
/// <param name="QuickSightUser">The ARN of the QuickSight user who gets a data set; null = none.</param>
/// <param name="AwsPackages">standin or official, for the publish.</param>
/// <param name="Architecture">x86_64 or arm64.</param>
internal sealed record StackSettings(
    Stage Stage,
    ResourceNames Names,
    string SkillId,
    SkillSettings Skill,
    AttributesSettings Attributes,
    HitsSettings Hits,
    int ForwarderConcurrency,
    DeliverySettings Delivery,
    int ScanLimitMegabytes,
    int LogRetentionDays,
    string? AlarmEmail,
    string? QuickSightUser,
    string AwsPackages,
    string Architecture)
{
    /// <summary>The skill id of cdk.json: Alexa gives it to no skill.</summary>
    public const string PlaceholderSkillId = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

    /// <summary>Reads the settings.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ContextException">A value is not what it has to be, or a name is unknown.</exception>
    public static StackSettings Read(ContextReader context)
    {
        var stage = Stage.Read(context);
        var architecture = context.OneOf("architecture", "x86_64", "arm64");
        var packages = context.OneOf("awsPackages", "standin", "official");
        var settings = new StackSettings(
            stage,
            ResourceNames.Read(context, stage),
            context.Text("alexaSkillId", PlaceholderSkillId, ContextRules.IsSkillId, "a skill's id, amzn1.ask.skill. and a UUID"),
            SkillSettings.Read(context, packages),
            AttributesSettings.Read(context),
            HitsSettings.Read(context),
            context.Number("forwarderConcurrency", 0, 0, 1_000, "executions (0 = no reservation)"),
            DeliverySettings.Read(context),
            context.Number("scanLimitMegabytes", 1_024, 10, 1_000_000, "megabytes"),
            LogRetention(context),
            context.Optional("alarmEmail", ContextRules.IsEmail, "an e-mail address"),
            context.Optional(
                "quickSightUser", ContextRules.IsQuickSightUser, "a user's ARN, arn:aws:quicksight:REGION:ACCOUNT:user/NAMESPACE/USER"),
            packages,
            architecture);
        context.RefuseUnknown();
        return settings.Skill.UsesPseudonyms && settings.Attributes.Store == AttributesSettings.None
            ? throw new ContextException("analyticsUserId is 'pseudonym': pseudonyms lie in the attributes, attributesStore can't be none.")
            : settings;
    }

    private static int LogRetention(ContextReader context)
    {
        // What CloudWatch Logs knows of.
        int[] allowed = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653];
        var days = context.Number("logRetentionDays", 30, allowed[0], allowed[^1], "days");
        return allowed.Contains(days)
            ? days
            : throw new ContextException($"logRetentionDays is '{days}': it has to be one of {string.Join(", ", allowed)}.");
    }
}
