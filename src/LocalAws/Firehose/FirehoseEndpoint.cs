using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Http;

namespace LocalAws.Firehose;

/// <summary>Firehose's PutRecordBatch, with Firehose's limits and errors.</summary>
internal sealed class FirehoseEndpoint(FirehoseBuffer buffer)
{
    private const int MaxRecordBytes = 1_024_000; // Firehose: 1,000 KiB before base64
    private const int MaxCallBytes = 4 * 1024 * 1024; // Firehose
    private const int MaxCallRecords = 500; // Firehose
    private const string JsonType = "application/x-amz-json-1.1";

    /// <summary>Answers a call.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var body = await LoopbackServer.ReadBodyAsync(context.Request);
        try
        {
            if (target != "Firehose_20150804.PutRecordBatch")
            {
                throw new FirehoseException("UnknownOperationException", "The local delivery stream knows PutRecordBatch alone.");
            }

            var fails = FirehoseFaults.Of(context);
            var count = Accept(body, fails);
            await AnswerAsync(context.Response, StatusCodes.Status200OK, json => WriteResponses(json, count, fails));
        }
        catch (FirehoseException refused)
        {
            await FirehoseFaults.RefuseAsync(context.Response, StatusCodes.Status400BadRequest, refused.Type, refused.Message);
        }
    }

    private int Accept(ReadOnlyMemory<byte> body, Predicate<int> fails)
    {
        try
        {
            var request = JsonElement.Parse(body.Span);
            var stream = request.GetProperty("DeliveryStreamName").GetString();
            if (stream != buffer.Stream.Name)
            {
                throw new FirehoseException("ResourceNotFoundException", $"Firehose {stream} under account {LocalAccount.Id} not found.");
            }

            byte[][] records = [.. request.GetProperty("Records").EnumerateArray().Select(Data)];
            Check(records);
            buffer.Append([.. records.Where((_, place) => !fails(place))]);
            return records.Length;
        }
        catch (Exception malformed)
            when (malformed is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FirehoseException("SerializationException", malformed.Message);
        }
    }

    private static byte[] Data(JsonElement record) => record.GetProperty("Data").GetBytesFromBase64();

    private static void Check(byte[][] records)
    {
        if (records.Length is 0 or > MaxCallRecords)
        {
            throw Invalid($"A call holds 1 to {MaxCallRecords} records; this one holds {records.Length}.");
        }

        if (Array.Find(records, record => record.Length > MaxRecordBytes) is { } record)
        {
            throw Invalid($"A record holds at most {MaxRecordBytes} bytes; one of this call holds {record.Length}.");
        }

        if (records.Sum(record => record.Length) is > MaxCallBytes and var bytes)
        {
            throw Invalid($"A call holds at most {MaxCallBytes} bytes of records; this one holds {bytes}.");
        }
    }

    private static FirehoseException Invalid(string message) => new("InvalidArgumentException", message);

    private static void WriteResponses(Utf8JsonWriter json, int count, Predicate<int> fails)
    {
        json.WriteNumber("FailedPutCount", Enumerable.Range(0, count).Count(place => fails(place)));
        json.WriteBoolean("Encrypted", false);
        json.WriteStartArray("RequestResponses");
        for (var place = 0; place < count; place++)
        {
            json.WriteStartObject();
            if (fails(place))
            {
                json.WriteString("ErrorCode", "ServiceUnavailableException");
                json.WriteString("ErrorMessage", "Slow down.");
            }
            else
            {
                json.WriteString("RecordId", RandomNumberGenerator.GetHexString(64, lowercase: true));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static Task AnswerAsync(HttpResponse response, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
        return LoopbackServer.WriteAsync(response, status, JsonType, body.WrittenMemory);
    }

    /// <summary>What a caller is told that is refused.</summary>
    private sealed class FirehoseException(string type, string message) : Exception(message)
    {
        public string Type => type;
    }
}
