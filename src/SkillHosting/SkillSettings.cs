using Analytics;
using FunctionHosting;

namespace SkillHosting;

/// <summary>What the environment tells any skill's function.</summary>
/// <param name="SkillId">The only skill id answered; null answers any.</param>
/// <param name="HitsTable">The analytics table.</param>
/// <param name="HitTtlDays">Days until a hit expires; 0 = never.</param>
/// <param name="SkillVersion">The deployed version; null = unknown.</param>
/// <param name="Store">Where users are remembered.</param>
public sealed record SkillSettings(string? SkillId, string HitsTable, int HitTtlDays, string? SkillVersion, StoreSettings Store)
{
    private const string AnySkill = "*";

    /// <summary>Whose requests are answered.</summary>
    public AlexaSkill.Dispatch.SkillId Answered => SkillId is { } id ? AlexaSkill.Dispatch.SkillId.Only(id) : AlexaSkill.Dispatch.SkillId.Any;

    /// <summary>Reads the settings.</summary>
    /// <param name="variables">The environment's variables.</param>
    /// <param name="names">The names of tables that no variable sets.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static SkillSettings Read(SettingsReader variables, PipelineNames names)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(names);
        var skillId = variables.Text(Variables.SkillId)
            ?? throw new SettingsException($"{Variables.SkillId} is not set: set it to the skill's id, or to * to answer any skill.");
        if (skillId.Any(char.IsWhiteSpace) || (skillId != AnySkill && skillId.Contains(AnySkill, StringComparison.Ordinal)))
        {
            throw new SettingsException($"{Variables.SkillId} is '{skillId}': it has to be one skill id, or * to answer any skill.");
        }

        variables.RequireRuntimeApi();
        return new SkillSettings(
            skillId == AnySkill ? null : skillId,
            variables.TableName(Variables.HitsTable, names.HitsTable),
            variables.Days(Variables.HitTtlDays),
            variables.Text(Variables.SkillVersion),
            StoreSettings.Read(variables, names));
    }
}
