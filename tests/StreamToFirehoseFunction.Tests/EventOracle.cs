using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Analytics;
using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Says by other means than the function's what must become of the records of an event.</summary>
internal static class EventOracle
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 150 };

    /// <summary>What must become of a record.</summary>
    /// <param name="Json">The record.</param>
    /// <param name="IsIgnored">Whether it is no insert.</param>
    /// <param name="Line">The line of an insert; null where it can't become one.</param>
    /// <param name="SequenceNumber">The sequence number; null where it has none.</param>
    internal sealed record Fate(string Json, bool IsIgnored, string? Line, BigInteger? SequenceNumber);

    /// <summary>The fates of an event's records; null where the event is no stream event.</summary>
    public static IReadOnlyList<Fate>? FatesOf(byte[] streamEvent)
    {
        try
        {
            using var document = JsonDocument.Parse(streamEvent, Deep);
            var lists = document.RootElement.EnumerateObject().Where(property => Is(property, "Records") && property.Value.ValueKind != JsonValueKind.Null);
            return [.. lists.SelectMany(list => list.Value.EnumerateArray()).Select(FateOf)];
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The fate of a record that stands at the start of text; null where none does.</summary>
    public static Fate? FateAt(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Deep.MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            return FateOf(document.RootElement);
        }
        catch (Exception none) when (none is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Fate FateOf(JsonElement record)
    {
        var isInsert = false;
        BigInteger? number = null;
        JsonElement? image = null;
        foreach (var property in record.EnumerateObject())
        {
            if (Is(property, "eventName"))
            {
                isInsert = property.Value.ValueKind == JsonValueKind.String && TextOf(property.Value).AsSpan().SequenceEqual("INSERT"u8);
            }
            else if (Is(property, "dynamodb") && property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var change in property.Value.EnumerateObject())
                {
                    number = Is(change, "SequenceNumber") ? NumberOf(change.Value) : number;
                    image = Is(change, "NewImage") && change.Value.ValueKind == JsonValueKind.Object ? change.Value : image;
                }
            }
        }

        return new Fate(Latin(Raw(record)), !isInsert, isInsert && image is { } item ? LineOf(item) : null, number);
    }

    private static BigInteger? NumberOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Latin(Raw(value)[1..^1]) is { Length: > 0 and <= 100 } digits && digits.All(char.IsAsciiDigit)
            ? BigInteger.Parse(digits, null)
            : null;

    private static string? LineOf(JsonElement image)
    {
        var line = new MemoryStream();
        foreach (var column in Columns.All)
        {
            (byte[] Text, bool IsNumber) field = ([], false);
            foreach (var attribute in image.EnumerateObject().Where(attribute => Is(attribute, column.Name)))
            {
                if (FieldOf(attribute.Value, column.IsNumber) is not { } value)
                {
                    return null;
                }

                field = value;
            }

            if ((field.IsNumber && field.Text.Length > 0 ? Plain(field.Text) : field.Text) is not { } plain)
            {
                return null;
            }

            line.Write(Escaped(plain));
            line.WriteByte((byte)',');
        }

        line.GetBuffer()[line.Length - 1] = (byte)'\n';
        return Utf8.IsValid(line.ToArray()) ? Latin(line.ToArray()) : null;
    }

    /// <summary>The text of an attribute; null where it is of a type that can't become a field.</summary>
    private static (byte[] Text, bool IsNumber)? FieldOf(JsonElement attribute, bool isNumeric)
    {
        if (attribute.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        byte[] text = [];
        var isNumber = false;
        foreach (var typed in attribute.EnumerateObject())
        {
            var kind = typed.Value.ValueKind;
            if (kind == JsonValueKind.String && (Is(typed, "S") || Is(typed, "N")))
            {
                text = TextOf(typed.Value);
                isNumber = isNumeric || Is(typed, "N");
            }
            else if (kind is JsonValueKind.True or JsonValueKind.False && Is(typed, "BOOL"))
            {
                text = isNumeric ? (kind == JsonValueKind.True ? "1"u8 : "0"u8).ToArray() : Raw(typed.Value);
                isNumber = false;
            }
            else if (!Is(typed, "NULL"))
            {
                return null;
            }
        }

        return (text, isNumber);
    }

    private static byte[]? Plain(byte[] text)
    {
        var plain = new byte[NumberText.MaxBytes];
        return NumberText.TryWritePlain(text, plain, out var length) ? plain[..length] : null;
    }

    private static byte[] Escaped(byte[] field) => Bytes(Latin(field)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' '));

    private static bool Is(JsonProperty property, string name)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        var text = new byte[raw.Length];
        return text.AsSpan(0, JsonText.Unescape(raw, text)).SequenceEqual(Encoding.UTF8.GetBytes(name));
    }

    private static byte[] TextOf(JsonElement value)
    {
        var raw = Raw(value)[1..^1];
        var text = new byte[raw.Length];
        return text[..JsonText.Unescape(raw, text)];
    }

    private static byte[] Raw(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).ToArray();

    // One character a byte: bytes that are no UTF-8 must compare too.
    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static byte[] Bytes(string latin) => Encoding.Latin1.GetBytes(latin);
}
