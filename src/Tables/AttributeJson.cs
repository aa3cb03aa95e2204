using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>
/// JSON as DynamoDB attributes and back, exactly: every JSON value has one attribute, and numbers stay the text they are. Binary values
/// and sets, which JSON lacks, are read as base64 text and as arrays.
/// </summary>
public static class AttributeJson
{
    /// <summary>Reads one JSON value.</summary>
    /// <param name="utf8Json">The value, UTF-8, at most 64 levels deep; of properties of one name the last one counts.</param>
    /// <returns>The attribute that holds the value.</returns>
    /// <exception cref="JsonException">The text is no JSON value, or holds half a surrogate pair.</exception>
    public static AttributeValue Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        try
        {
            reader.Read();
            var value = Read(ref reader);
            reader.Read();
            return value;
        }
        catch (InvalidOperationException loneSurrogate)
        {
            throw new JsonException("The JSON holds text that is not valid Unicode; DynamoDB stores valid Unicode only.", loneSurrogate);
        }
    }

    /// <summary>Writes an attribute as one JSON value.</summary>
    /// <param name="writer">Where the value goes.</param>
    /// <param name="value">The attribute.</param>
    /// <exception cref="JsonException">The attribute is empty, or a number's text is no JSON number.</exception>
    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                writer.WriteStringValue(text);
                break;
            case { N: { } number }:
                WriteNumber(writer, number);
                break;
            case { BOOL: { } flag }:
                writer.WriteBooleanValue(flag);
                break;
            case { NULL: true }:
                writer.WriteNullValue();
                break;
            case { B: { } bytes }:
                writer.WriteBase64StringValue(bytes.ToArray());
                break;
            case { IsMSet: true }:
                WriteMap(writer, value.M);
                break;
            case { IsLSet: true }:
                WriteArray(writer, value.L, Write);
                break;
            case { IsSSSet: true }:
                WriteArray(writer, value.SS, (to, text) => to.WriteStringValue(text));
                break;
            case { IsNSSet: true }:
                WriteArray(writer, value.NS, WriteNumber);
                break;
            case { IsBSSet: true }:
                WriteArray(writer, value.BS, (to, bytes) => to.WriteBase64StringValue(bytes.ToArray()));
                break;
            default:
                throw new JsonException("A DynamoDB attribute holds no value of any type; it needs exactly one.");
        }
    }

    /// <summary>Writes an attribute as JSON text.</summary>
    /// <param name="value">The attribute.</param>
    /// <returns>The JSON, UTF-8.</returns>
    /// <exception cref="JsonException">As <see cref="Write"/>.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(AttributeValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Write(writer, value);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Stores a JSON value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The attribute.</returns>
    /// <exception cref="JsonException">The value holds half a surrogate pair.</exception>
    public static AttributeValue FromNode(JsonNode value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        value.WriteTo(writer);
        writer.Flush();
        return Parse(buffer.WrittenSpan);
    }

    /// <summary>Stores a .NET value by its JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">The source-generated description of the type.</param>
    /// <returns>The attribute.</returns>
    public static AttributeValue FromValue<T>(T value, JsonTypeInfo<T> typeInfo) =>
        Parse(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>Reads a .NET value that was stored by its JSON.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The attribute.</param>
    /// <param name="typeInfo">The source-generated description of the type.</param>
    /// <returns>The value, or null where the attribute is NULL.</returns>
    /// <exception cref="JsonException">The attribute does not fit the type.</exception>
    public static T? ToValue<T>(AttributeValue value, JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(ToUtf8(value).Span, typeInfo);

    private static AttributeValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new AttributeValue { M = ReadMap(ref reader), IsMSet = true },
        JsonTokenType.StartArray => new AttributeValue { L = ReadList(ref reader), IsLSet = true },
        JsonTokenType.String => new AttributeValue { S = reader.GetString() },
        JsonTokenType.Number => new AttributeValue { N = System.Text.Encoding.ASCII.GetString(reader.ValueSpan) },
        JsonTokenType.True => new AttributeValue { BOOL = true },
        JsonTokenType.False => new AttributeValue { BOOL = false },
        _ => new AttributeValue { NULL = true },
    };

    private static Dictionary<string, AttributeValue> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = Read(ref reader);
        }

        return map;
    }

    private static List<AttributeValue> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Read(ref reader));
        }

        return list;
    }

    private static void WriteMap(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            write(writer, value);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string number) => writer.WriteRawValue(number);
}
