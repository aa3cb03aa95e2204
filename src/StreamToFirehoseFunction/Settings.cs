using System.Text.RegularExpressions;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>What the forwarder is told by its environment.</summary>
/// <param name="DeliveryStream">DELIVERY_STREAM: the Firehose stream that gets the lines.</param>
/// <param name="DeliveryLogTable">DELIVERY_LOG_TABLE: the document table of deliveries; null keeps no log.</param>
internal sealed partial record Settings(string DeliveryStream, string? DeliveryLogTable)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gives an environment variable's value; null or empty where it is not set.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A variable has a value that is not allowed; the message names it.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var stream = Value(variable, "DELIVERY_STREAM") ?? Names.DeliveryStream;
        if (!StreamName().IsMatch(stream))
        {
            throw new FormatException(
                $"DELIVERY_STREAM is '{stream}'; a delivery stream's name is 1 to 64 letters, digits, '_', '.' and '-'. Set it to one or leave it out.");
        }

        var table = Value(variable, "DELIVERY_LOG_TABLE");
        return table is null || TableName().IsMatch(table)
            ? new Settings(stream, table)
            : throw new FormatException(
                $"DELIVERY_LOG_TABLE is '{table}'; a table's name is 3 to 255 letters, digits, '_', '.' and '-'. Set it to one or leave it out.");
    }

    private static string? Value(Func<string, string?> variable, string name) => variable(name) is { Length: > 0 } value ? value : null;

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{3,255}\z")]
    private static partial Regex TableName();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{1,64}\z")]
    private static partial Regex StreamName();
}
