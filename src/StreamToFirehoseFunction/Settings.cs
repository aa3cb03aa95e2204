using System.Text.RegularExpressions;
using Analytics;

namespace StreamToFirehoseFunction;

/// <summary>What the forwarder is told by its environment.</summary>
/// <param name="DeliveryStream">DELIVERY_STREAM: the Firehose stream that gets the lines.</param>
internal sealed partial record Settings(string DeliveryStream)
{
    /// <summary>Reads the settings.</summary>
    /// <param name="variable">Gives an environment variable's value; null or empty where it is not set.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A variable has a value that is not allowed; the message names it.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var stream = variable("DELIVERY_STREAM") is { Length: > 0 } name ? name : Names.DeliveryStream;
        return StreamName().IsMatch(stream)
            ? new Settings(stream)
            : throw new FormatException(
                $"DELIVERY_STREAM is '{stream}'; a delivery stream's name is 1 to 64 letters, digits, '_', '.' and '-'. Set it to one or leave it out.");
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]{1,64}\z")]
    private static partial Regex StreamName();
}
