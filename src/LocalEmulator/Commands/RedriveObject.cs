using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>
/// Reads what AWS Lambda writes to a mapping's failure destination in S3 (the failed invocation's metadata, and in <c>payload</c> its
/// whole event), and what the forwarder writes to its quarantine (<c>reason</c> and <c>record</c>, which is text where it was
/// broken).
/// </summary>
internal static class RedriveObject
{
    private const string PayloadName = "payload", RecordsName = "Records";

    public static IReadOnlyList<RedriveRecord> Read(string name, ReadOnlyMemory<byte> content)
    {
        var root = GivenJson.Parse(name, GivenJson.WithoutByteOrderMark(content));
        var record = root.Find("record");
        if (record.ValueKind == JsonValueKind.String)
        {
            return [new RedriveRecord(1, default, "", null, IsInsert: true, Flaw: root.Text("reason") ?? "it is no JSON")];
        }

        if (record.ValueKind != JsonValueKind.Undefined)
        {
            return [Describe(name, 1, record)];
        }

        var records = Payload(name, root).Find(RecordsName);
        return records.ValueKind == JsonValueKind.Array
            ? [.. records.EnumerateArray().Select((element, index) => Describe(name, index + 1, element))]
            : throw new EmulatorException($"{name}: its payload is no stream event; that is an object with an array 'Records'.");
    }

    /// <summary>A failure object with some of its records alone.</summary>
    public static byte[] WithRecords(ReadOnlyMemory<byte> content, IEnumerable<RedriveRecord> records)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        foreach (var property in JsonElement.Parse(GivenJson.WithoutByteOrderMark(content).Span).EnumerateObject().Where(property => property.Name != PayloadName))
        {
            property.WriteTo(writer);
        }

        writer.WriteStartObject(PayloadName);
        writer.WriteStartArray(RecordsName);
        foreach (var record in records)
        {
            writer.WriteRawValue(record.Json.Span); // as it is: a broken surrogate can't be written anew
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }

    private static JsonElement Payload(string name, JsonElement root)
    {
        var payload = root.Find(PayloadName);
        return payload.ValueKind switch
        {
            JsonValueKind.String => GivenJson.Parse($"{name}, payload", Encoding.UTF8.GetBytes(payload.GetString()!)),
            JsonValueKind.Object => payload,
            _ when root.Find("DDBStreamBatchInfo").ValueKind == JsonValueKind.Object => throw new EmulatorException(
                $"{name}: it has no payload, only the records' place in the stream, as SQS and SNS get it; only S3 gets records."),
            _ => throw new EmulatorException(
                $"{name}: it is neither a failure object (with 'payload') nor a quarantined record (with 'reason' and 'record')."),
        };
    }

    private static RedriveRecord Describe(string name, int place, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
        {
            throw new EmulatorException($"{name}, record {place}: a stream record is an object, this is a {record.ValueKind}.");
        }

        var change = record.Find("dynamodb");
        return new RedriveRecord(
            place,
            JsonMarshal.GetRawUtf8Value(record).ToArray(),
            change.Text("SequenceNumber") ?? "",
            change.Find("NewImage").Find(Columns.RequestId).Text("S") ?? change.Find("Keys").Find(Columns.RequestId).Text("S"),
            record.Text("eventName") == "INSERT");
    }
}
