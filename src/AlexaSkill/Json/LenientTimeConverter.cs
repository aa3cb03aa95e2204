using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlexaSkill.Json;

/// <summary>
/// Reads a time from ISO 8601, or from seconds or milliseconds since 1970, as number or text; anything else reads as absent.
/// </summary>
internal sealed class LenientTimeConverter : JsonConverter<DateTimeOffset?>
{
    // As seconds this is the year 5138, as milliseconds it is 1973: no request is that late or that early.
    private const double FirstMilliseconds = 100_000_000_000;

    private static readonly double LastMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetDouble(out var number) ? FromEpoch(number) : null;
            case JsonTokenType.String:
                return FromText(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    private static DateTimeOffset? FromText(string? text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return FromEpoch(number);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time) ? time : null;
    }

    private static DateTimeOffset? FromEpoch(double number)
    {
        var milliseconds = number < FirstMilliseconds ? number * 1_000 : number;
        return milliseconds >= 0 && milliseconds <= LastMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
    }
}
