using Analytics;

namespace Cdk.Settings;

/// <summary>What the context decides about the stack.</summary>
internal sealed record StackSettings
{
    /// <summary>The skill id of cdk.json: Alexa gives it to no skill.</summary>
    public const string PlaceholderSkillId = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

    /// <summary>The stage, and with it the names and what becomes of data.</summary>
    public required DeploymentStage Stage { get; init; }

    public required ResourceNames Names { get; init; }

    /// <summary>The only skill that may call the endpoint.</summary>
    public required string SkillId { get; init; }

    /// <summary>How the functions are published.</summary>
    public required FunctionSettings Functions { get; init; }

    /// <summary>How the skill runs.</summary>
    public required SkillSettings Skill { get; init; }

    /// <summary>Where the skill remembers.</summary>
    public required AttributesSettings Attributes { get; init; }

    /// <summary>How hits are kept in their table.</summary>
    public required HitsSettings Hits { get; init; }

    /// <summary>How many of the forwarder may run at once; 0 reserves none.</summary>
    public required int ForwarderConcurrency { get; init; }

    /// <summary>How hits are delivered.</summary>
    public required DeliverySettings Delivery { get; init; }

    /// <summary>Megabytes that one query may read.</summary>
    public required int ScanLimitMegabytes { get; init; }

    /// <summary>Whether finished days are merged into a table of their own.</summary>
    public required bool RollsUp { get; init; }

    public required int LogRetentionDays { get; init; }

    /// <summary>Who is told of alarms; null = nobody.</summary>
    public required string? AlarmEmail { get; init; }

    /// <summary>The ARN of the QuickSight user who gets a data set; null = none.</summary>
    public required string? QuickSightUser { get; init; }

    /// <exception cref="ContextException">A value is not what it has to be, or a name is unknown.</exception>
    public static StackSettings Read(ContextReader context, SkillDefinition skill)
    {
        var stage = DeploymentStage.Read(context);
        var functions = FunctionSettings.Read(context);
        var settings = new StackSettings
        {
            Stage = stage,
            Names = ResourceNames.Read(context, stage, skill),
            SkillId = context.Text("alexaSkillId", PlaceholderSkillId, ContextRules.IsSkillId, "a skill's id, amzn1.ask.skill. and a UUID"),
            Functions = functions,
            Skill = SkillSettings.Read(context, functions, skill),
            Attributes = AttributesSettings.Read(context),
            Hits = HitsSettings.Read(context),
            ForwarderConcurrency = context.Number("forwarderConcurrency", 0, 0, 1_000, "executions (0 = no reservation)"),
            Delivery = DeliverySettings.Read(context),
            ScanLimitMegabytes = context.Number("scanLimitMegabytes", 1_024, 10, 1_000_000, "megabytes"),
            RollsUp = skill == SkillDefinition.PetMatch && context.OneOf("rollUp", "none", "daily") == "daily",
            LogRetentionDays = LogRetention(context),
            AlarmEmail = context.Optional("alarmEmail", ContextRules.IsEmail, "an e-mail address"),
            QuickSightUser = skill != SkillDefinition.PetMatch ? null : context.Optional(
                "quickSightUser", ContextRules.IsQuickSightUser, "a user's ARN, arn:aws:quicksight:REGION:ACCOUNT:user/NAMESPACE/USER"),
        };
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
