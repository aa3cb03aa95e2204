using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Analytics;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Services;

/// <summary>Firehose's PutRecordBatch, with Firehose's limits and errors.</summary>
/// <param name="buffer">Takes accepted records.</param>
internal sealed class FirehoseEndpoint(FirehoseBuffer buffer)
{
    private const string JsonType = "application/x-amz-json-1.1";

    /// <summary>Answers a call.</summary>
    /// <param name="context">The request.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public async Task HandleAsync(HttpContext context)
    {
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var body = await LoopbackServer.ReadBodyAsync(context.Request, context.RequestAborted);
        try
        {
            if (target != "Firehose_20150804.PutRecordBatch")
            {
                throw new FirehoseException("UnknownOperationException", "The local delivery stream knows PutRecordBatch alone.");
            }

            var count = Accept(body);
            await AnswerAsync(context.Response, StatusCodes.Status200OK, json => WriteAccepted(json, count));
        }
        catch (FirehoseException refused)
        {
            await AnswerAsync(context.Response, StatusCodes.Status400BadRequest, json =>
            {
                json.WriteString("__type", refused.Type);
                json.WriteString("message", refused.Message);
            });
        }
    }

    private int Accept(ReadOnlyMemory<byte> body)
    {
        try
        {
            var request = JsonElement.Parse(body.Span);
            var stream = request.GetProperty("DeliveryStreamName").GetString();
            if (stream != Names.DeliveryStream)
            {
                throw new FirehoseException("ResourceNotFoundException", $"Firehose {stream} under account {LocalAws.Account} not found.");
            }

            byte[][] records = [.. request.GetProperty("Records").EnumerateArray().Select(Data)];
            Check(records);
            buffer.Append(Join(records));
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
        if (records.Length is 0 or > FirehoseLimits.MaxCallRecords)
        {
            throw Invalid($"A call holds 1 to {FirehoseLimits.MaxCallRecords} records; this one holds {records.Length}.");
        }

        if (Array.Find(records, record => record.Length > FirehoseLimits.MaxRecordBytes) is { } record)
        {
            throw Invalid($"A record holds at most {FirehoseLimits.MaxRecordBytes} bytes; one of this call holds {record.Length}.");
        }

        if (records.Sum(record => record.Length) is > FirehoseLimits.MaxCallBytes and var bytes)
        {
            throw Invalid($"A call holds at most {FirehoseLimits.MaxCallBytes} bytes of records; this one holds {bytes}.");
        }
    }

    private static FirehoseException Invalid(string message) => new("InvalidArgumentException", message);

    private static ReadOnlyMemory<byte> Join(byte[][] records)
    {
        var joined = new byte[records.Sum(record => record.Length)];
        var position = 0;
        foreach (var record in records)
        {
            record.CopyTo(joined, position);
            position += record.Length;
        }

        return joined;
    }

    private static void WriteAccepted(Utf8JsonWriter json, int count)
    {
        json.WriteNumber("FailedPutCount", 0);
        json.WriteBoolean("Encrypted", false);
        json.WriteStartArray("RequestResponses");
        for (var record = 0; record < count; record++)
        {
            json.WriteStartObject();
            json.WriteString("RecordId", RandomNumberGenerator.GetHexString(64, lowercase: true));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Task AnswerAsync(HttpResponse response, int status, Action<Utf8JsonWriter> write)
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
