using System.Globalization;
using Analytics;

namespace SkillFunction;

/// <summary>What the environment tells the function.</summary>
/// <param name="SkillId">The only skill id answered; null answers any.</param>
/// <param name="HitsTable">The analytics table.</param>
/// <param name="HitTtlDays">Days until a hit expires; 0 = never.</param>
/// <param name="BreedsTable">The key-value table of breeds.</param>
/// <param name="BreedsUrl">The HTTP look-up that takes that table's place; null = none.</param>
/// <param name="SkillVersion">The deployed version; null = unknown.</param>
internal sealed record Settings(
    string? SkillId, string HitsTable, int HitTtlDays, string BreedsTable, Uri? BreedsUrl, string? SkillVersion)
{
    private const string AnySkill = "*";
    private const int MaxTtlDays = 36_500; // a century; the expiry time stays a valid date

    /// <summary>Reads the settings.</summary>
    /// <param name="environment">Gives a variable's value, null where it is not set.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        var skillId = Value("ALEXA_SKILL_ID")
            ?? throw new SettingsException("ALEXA_SKILL_ID is not set: set it to the skill's id, or to * to answer any skill.");
        if (skillId.Any(char.IsWhiteSpace) || (skillId != AnySkill && skillId.Contains(AnySkill, StringComparison.Ordinal)))
        {
            throw new SettingsException($"ALEXA_SKILL_ID is '{skillId}': it has to be one skill id, or * to answer any skill.");
        }

        // Nothing here needs the value, but whoever does would miss it with less than a clear line.
        if (!Uri.TryCreate($"http://{Value("AWS_LAMBDA_RUNTIME_API")}", UriKind.Absolute, out _))
        {
            throw new SettingsException(
                "AWS_LAMBDA_RUNTIME_API is missing or no host and port, such as 127.0.0.1:9001: Lambda and its emulators set it.");
        }

        return new Settings(
            skillId == AnySkill ? null : skillId,
            TableName("HITS_TABLE", Names.HitsTable),
            Days("HIT_TTL_DAYS"),
            TableName("BREEDS_TABLE", Names.BreedsTable),
            Address("PETMATCH_API_URL"),
            Value("SKILL_VERSION"));

        string? Value(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;

        string TableName(string name, string defaultName) => Value(name) is not { } value ? defaultName
            : IsTableName(value) ? value
            : throw new SettingsException($"{name} is '{value}': it has to be a table's name (3 to 255 of A-Z a-z 0-9 _ - .) or ARN.");

        int Days(string name) => Value(name) is not { } value ? 0
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MaxTtlDays ? days
            : throw new SettingsException($"{name} is '{value}': it has to be a whole number of days from 0 (never) to {MaxTtlDays}.");

        Uri? Address(string name) => Value(name) is not { } value ? null
            : Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new SettingsException($"{name} is '{value}': it has to be an absolute http or https address.");
    }

    private static bool IsTableName(string value) =>
        value.Length >= 3
        && value.Length <= (value.StartsWith("arn:", StringComparison.Ordinal) ? 1_024 : 255)
        && value.All(character => char.IsAsciiLetterOrDigit(character) || "_.-:/".Contains(character, StringComparison.Ordinal));
}
