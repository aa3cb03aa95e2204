using Analytics;
using FunctionHosting;
using SkillFunction.Memory;

namespace SkillFunction;

/// <summary>What the environment tells the function.</summary>
/// <param name="SkillId">The only skill id answered; null answers any.</param>
/// <param name="HitsTable">The analytics table.</param>
/// <param name="HitTtlDays">Days until a hit expires; 0 = never.</param>
/// <param name="BreedsTable">The key-value table of breeds.</param>
/// <param name="BreedsUrl">The HTTP look-up that takes that table's place; null = none.</param>
/// <param name="SkillVersion">The deployed version; null = unknown.</param>
/// <param name="UsesPseudonyms">Whether hits tell a random id of the user in the place of Alexa's.</param>
/// <param name="Store">Where users are remembered.</param>
internal sealed record Settings(
    string? SkillId,
    string HitsTable,
    int HitTtlDays,
    string BreedsTable,
    Uri? BreedsUrl,
    string? SkillVersion,
    bool UsesPseudonyms,
    StoreSettings Store)
{
    private const string AnySkill = "*";
    private const string Pseudonym = "pseudonym";

    /// <summary>Reads the settings.</summary>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        var variables = new SettingsReader(environment);
        var skillId = variables.Text(Variables.SkillId)
            ?? throw new SettingsException($"{Variables.SkillId} is not set: set it to the skill's id, or to * to answer any skill.");
        if (skillId.Any(char.IsWhiteSpace) || (skillId != AnySkill && skillId.Contains(AnySkill, StringComparison.Ordinal)))
        {
            throw new SettingsException($"{Variables.SkillId} is '{skillId}': it has to be one skill id, or * to answer any skill.");
        }

        variables.RequireRuntimeApi();
        return new Settings(
            skillId == AnySkill ? null : skillId,
            variables.TableName(Variables.HitsTable, Names.HitsTable),
            variables.Days(Variables.HitTtlDays),
            variables.TableName(Variables.BreedsTable, Names.BreedsTable),
            variables.Address(Variables.BreedsUrl),
            variables.Text(Variables.SkillVersion),
            variables.OneOf(Variables.AnalyticsUserId, "alexa", Pseudonym) == Pseudonym,
            StoreSettings.Read(variables));
    }
}
