using Analytics;
using FunctionHosting;
using SkillHosting;

namespace SkillFunction;

/// <summary>What the environment tells the function.</summary>
/// <param name="Skill">What it tells any skill's.</param>
/// <param name="BreedsTable">The key-value table of breeds.</param>
/// <param name="BreedsUrl">The HTTP look-up that takes that table's place; null = none.</param>
/// <param name="UsesPseudonyms">Whether hits tell a random id of the user in the place of Alexa's.</param>
internal sealed record Settings(SkillSettings Skill, string BreedsTable, Uri? BreedsUrl, bool UsesPseudonyms)
{
    private const string Pseudonym = "pseudonym";

    /// <summary>Reads the settings.</summary>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        var variables = new SettingsReader(environment);
        return new Settings(
            SkillSettings.Read(variables, PipelineNames.PetMatch),
            variables.TableName(Variables.BreedsTable, Names.BreedsTable),
            variables.Address(Variables.BreedsUrl),
            variables.OneOf(Variables.AnalyticsUserId, "alexa", Pseudonym) == Pseudonym);
    }
}
