using System.Globalization;

namespace SkillFunction;

/// <summary>Reads environment variables; an empty one counts as not set.</summary>
/// <param name="environment">Gives a variable's value, null where it is not set.</param>
internal sealed class VariableReader(Func<string, string?> environment)
{
    private const int MaxDays = 36_500; // a century; an expiry time stays a valid date

    /// <summary>A text of any kind.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>The text, trimmed; null where it is not set.</returns>
    public string? Text(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A text of one kind.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text, trimmed; null where it is not set.</returns>
    /// <exception cref="SettingsException">It is of another kind.</exception>
    public string? Text(string name, Func<string, bool> isValid, string kind) => Text(name) is not { } value ? null
        : isValid(value) ? value
        : throw new SettingsException($"{name} is '{value}': it has to be {kind}.");

    /// <summary>A text of one kind that no message may repeat.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text, trimmed; null where it is not set.</returns>
    /// <exception cref="SettingsException">It is of another kind.</exception>
    public string? Secret(string name, Func<string, bool> isValid, string kind) => Text(name) is not { } value ? null
        : isValid(value) ? value
        : throw new SettingsException($"{name} is bad: it has to be {kind}.");

    /// <summary>One of several words.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="words">The words; the first one is the default.</param>
    /// <returns>The word.</returns>
    /// <exception cref="SettingsException">It is none of them.</exception>
    public string OneOf(string name, params string[] words) =>
        Text(name, words.Contains, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}") ?? words[0];

    /// <summary>A table's name or ARN.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="defaultName">The default.</param>
    /// <returns>The name.</returns>
    /// <exception cref="SettingsException">It is no such name.</exception>
    public string TableName(string name, string defaultName) =>
        Text(name, IsTableName, "a table's name (3 to 255 of A-Z a-z 0-9 _ - .) or ARN") ?? defaultName;

    /// <summary>A number of days.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>The days; 0, the default, means never.</returns>
    /// <exception cref="SettingsException">It is no whole number from 0 to a century.</exception>
    public int Days(string name)
    {
        var days = 0;
        Text(
            name,
            value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MaxDays,
            $"a whole number of days from 0 (never) to {MaxDays}");
        return days;
    }

    /// <summary>An address.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>The address; null where it is not set.</returns>
    /// <exception cref="SettingsException">It is no absolute http or https address.</exception>
    public Uri? Address(string name) => Text(name, IsAddress, "an absolute http or https address") is { } value ? new Uri(value) : null;

    /// <summary>Whether a text is an absolute http or https address.</summary>
    /// <param name="value">The text.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsTableName(string value) =>
        value.Length >= 3
        && value.Length <= (value.StartsWith("arn:", StringComparison.Ordinal) ? 1_024 : 255)
        && value.All(character => char.IsAsciiLetterOrDigit(character) || "_.-:/".Contains(character, StringComparison.Ordinal));
}
