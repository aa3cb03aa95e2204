using System.Text.RegularExpressions;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>What the forwarder is told by its environment.</summary>
/// <param name="DeliveryStream">DELIVERY_STREAM: the Firehose stream that gets the lines.</param>
/// <param name="DeliveryLogTable">DELIVERY_LOG_TABLE: the document table of deliveries; null keeps no log.</param>
/// <param name="QuarantineBucket">QUARANTINE_BUCKET: where records go that can never become a line; null lets them end their batch.</param>
/// <param name="QuarantinePrefix">QUARANTINE_PREFIX: what their keys begin with.</param>
/// <param name="UsesPathStyle">Whether buckets are named in the path: an endpoint of one's own seldom has a host name for each.</param>
internal sealed partial record Settings(
    string DeliveryStream, string? DeliveryLogTable, string? QuarantineBucket, string QuarantinePrefix, bool UsesPathStyle)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gives an environment variable's value; null or empty where it is not set.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A variable has a value that is not allowed; the message names it.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        // Nothing here needs the value, but whoever does would miss it with less than a clear line.
        if (!Uri.TryCreate($"http://{Value("AWS_LAMBDA_RUNTIME_API")}", UriKind.Absolute, out _))
        {
            throw new FormatException(
                "AWS_LAMBDA_RUNTIME_API is missing or no host and port, such as 127.0.0.1:9001: Lambda and its emulators set it.");
        }

        return new Settings(
            Checked(Variables.DeliveryStream, StreamName(), "a delivery stream's name is 1 to 64 letters, digits, '_', '.' and '-'")
                ?? Names.DeliveryStream,
            Checked(Variables.DeliveryLogTable, TableName(), "a table's name is 3 to 255 letters, digits, '_', '.' and '-'"),
            Checked(Variables.QuarantineBucket, BucketName(), "a bucket's name is 3 to 63 lower-case letters, digits, '.' and '-'"),
            Checked(Variables.QuarantinePrefix, Prefix(), "a prefix is at most 512 visible characters") ?? Names.QuarantinePrefix,
            (Value("AWS_ENDPOINT_URL_S3") ?? Value("AWS_ENDPOINT_URL")) is not null);

        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;

        string? Checked(string name, Regex allowed, string rule) => Value(name) is not { } value || allowed.IsMatch(value)
            ? Value(name)
            : throw new FormatException($"{name} is '{value}'; {rule}. Set it to one or leave it out.");
    }

    [GeneratedRegex(@"\A[a-z0-9.-]{3,63}\z")]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[!-~]{1,512}\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{1,64}\z")]
    private static partial Regex StreamName();
}
