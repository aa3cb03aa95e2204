using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FunctionHosting;

/// <summary>Reads environment variables, trimmed; an empty one counts as not set.</summary>
/// <param name="environment">Gives a variable's value, null where it is not set.</param>
public sealed class SettingsReader(Func<string, string?> environment)
{
    private const int MaxDays = 36_500; // a century; an expiry time stays a valid date
    private const int MaxArnLength = 1_024; // DynamoDB: a table's ARN where a name may stand

    /// <summary>Whether an endpoint of one's own stands in for S3: its buckets are named in the path, for few have a host name for each.</summary>
    public bool HasOwnS3Endpoint => (Text("AWS_ENDPOINT_URL_S3") ?? Text("AWS_ENDPOINT_URL")) is not null;

    /// <summary>Makes sure that there is a Runtime API; whoever calls it would miss it with less than a clear line.</summary>
    /// <exception cref="SettingsException">AWS_LAMBDA_RUNTIME_API is missing, or no host and port.</exception>
    public void RequireRuntimeApi()
    {
        if (!Uri.TryCreate($"http://{Text(Variables.RuntimeApi)}", UriKind.Absolute, out _))
        {
            throw new SettingsException(
                $"{Variables.RuntimeApi} is missing or no host and port, such as 127.0.0.1:9001: Lambda and its emulators set it.");
        }
    }

    /// <summary>A text of any kind.</summary>
    /// <param name="name">The variable.</param>
    /// <returns>The text; null where it is not set.</returns>
    public string? Text(string name) => environment(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A text of one kind.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text; null where it is not set.</returns>
    /// <exception cref="SettingsException">It is of another kind.</exception>
    public string? Text(string name, Func<string, bool> isValid, string kind) => Text(name) is not { } value || isValid(value)
        ? Text(name)
        : throw new SettingsException($"{name} is '{value}': it has to be {kind}.");

    /// <summary>A text of one kind that no message may repeat.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="isValid">Whether a text is of that kind.</param>
    /// <param name="kind">The kind, for the message.</param>
    /// <returns>The text; null where it is not set.</returns>
    /// <exception cref="SettingsException">It is of another kind.</exception>
    public string? Secret(string name, Func<string, bool> isValid, string kind) => Text(name) is not { } value || isValid(value)
        ? Text(name)
        : throw new SettingsException($"{name} is bad: it has to be {kind}.");

    /// <summary>One of several words.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="words">The words; the first one is the default.</param>
    /// <returns>The word.</returns>
    /// <exception cref="SettingsException">It is none of them.</exception>
    public string OneOf(string name, params string[] words) =>
        Text(name, words.Contains, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}") ?? words[0];

    /// <summary>The name or the ARN of a DynamoDB table.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="defaultName">What counts where it is not set.</param>
    /// <returns>The name or ARN.</returns>
    /// <exception cref="SettingsException">It is neither.</exception>
    [return: NotNullIfNotNull(nameof(defaultName))]
    public string? TableName(string name, string? defaultName = null) =>
        Text(name, IsTableName, "a table's name (3 to 255 of A-Z a-z 0-9 _ - .) or ARN") ?? defaultName;

    /// <summary>The name of a Firehose stream.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="defaultName">What counts where it is not set.</param>
    /// <returns>The name.</returns>
    /// <exception cref="SettingsException">It is no such name.</exception>
    [return: NotNullIfNotNull(nameof(defaultName))]
    public string? StreamName(string name, string? defaultName = null) =>
        Text(name, value => IsName(value, 1, 64), "a delivery stream's name (1 to 64 of A-Z a-z 0-9 _ - .)") ?? defaultName;

    /// <summary>The name or the ARN of a bucket or of one of its access points.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="defaultName">What counts where it is not set.</param>
    /// <returns>The name or ARN.</returns>
    /// <exception cref="SettingsException">It is neither.</exception>
    [return: NotNullIfNotNull(nameof(defaultName))]
    public string? BucketName(string name, string? defaultName = null) =>
        Text(name, IsBucketName, "a bucket's name (3 to 63 of a-z 0-9 . -) or ARN") ?? defaultName;

    /// <summary>A CloudWatch namespace.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="defaultName">What counts where it is not set.</param>
    /// <returns>The namespace.</returns>
    /// <exception cref="SettingsException">It is none that CloudWatch takes from others than AWS.</exception>
    public string MetricsNamespace(string name, string defaultName) =>
        Text(name, IsNamespace, "a namespace of metrics (1 to 255 of A-Z a-z 0-9 _ - . / #, not AWS/…)") ?? defaultName;

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

    private static bool IsTableName(string value) => IsArn(value) ? value.Length <= MaxArnLength : IsName(value, 3, 255);

    private static bool IsBucketName(string value) => IsArn(value)
        || (value.Length is >= 3 and <= 63
            && value.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-'));

    private static bool IsNamespace(string value) => value.Length <= 255
        && value.All(character => IsNameCharacter(character) || character is '/' or '#')
        && !value.StartsWith("AWS/", StringComparison.Ordinal);

    private static bool IsName(string value, int shortest, int longest) =>
        value.Length >= shortest && value.Length <= longest && value.All(character => IsNameCharacter(character));

    private static bool IsArn(string value) =>
        value.StartsWith("arn:", StringComparison.Ordinal) && value.All(character => IsNameCharacter(character) || character is ':' or '/');

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
}
