using Analytics;
using FunctionHosting;

namespace StreamToFirehoseFunction;

/// <summary>What the forwarder is told by its environment.</summary>
/// <param name="DeliveryStream">DELIVERY_STREAM: the Firehose stream that gets the lines.</param>
/// <param name="DeliveryLogTable">DELIVERY_LOG_TABLE: the document table of deliveries; null keeps no log.</param>
/// <param name="QuarantineBucket">QUARANTINE_BUCKET: where records go that can never become a line; null lets them end their batch.</param>
/// <param name="QuarantinePrefix">QUARANTINE_PREFIX: what their keys begin with.</param>
/// <param name="Layout">RECORD_COLUMNS: the columns of the skill's record.</param>
/// <param name="UsesPathStyle">Whether buckets are named in the path, as at an endpoint of one's own.</param>
internal sealed record Settings(
    string DeliveryStream, string? DeliveryLogTable, string? QuarantineBucket, string QuarantinePrefix, LineLayout Layout, bool UsesPathStyle)
{
    private const int MaxPrefixLength = 512; // half of what S3 gives a key

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A variable has a value that is not allowed.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        var variables = new SettingsReader(environment);
        variables.RequireRuntimeApi();
        return new Settings(
            variables.StreamName(Variables.DeliveryStream, Names.DeliveryStream),
            variables.TableName(Variables.DeliveryLogTable),
            variables.BucketName(Variables.QuarantineBucket),
            variables.Text(Variables.QuarantinePrefix, IsPrefix, $"at most {MaxPrefixLength} visible ASCII characters") ?? Names.QuarantinePrefix,
            ReadLayout(variables),
            variables.HasOwnS3Endpoint);
    }

    private static LineLayout ReadLayout(SettingsReader variables) => variables.Text(Variables.RecordColumns) is not { } text
        ? LineLayout.PetMatch
        : ColumnList.TryParse(text, out var columns, out var flaw)
            ? new LineLayout(columns)
            : throw new SettingsException($"{Variables.RecordColumns} is no list of columns, such as 'request_id string, won tinyint': {flaw}.");

    private static bool IsPrefix(string value) => value.Length <= MaxPrefixLength && value.All(character => character is > ' ' and <= '~');
}
