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

    private static readonly object FailingRecords = new();

    /// <summary>Has the endpoint refuse records of a call, as Firehose does with some or all of them when it is busy.</summary>
    /// <param name="call">The call, before it is handled.</param>
    /// <param name="fails">Whether the record at a place is refused; the place counts from 0.</param>
    public static void FailRecords(HttpContext call, Predicate<int> fails) => call.Items[FailingRecords] = fails;

    /// <summary>Answers a call with an error.</summary>
    /// <param name="response">The call's response.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="type">The error's code.</param>
    /// <param name="message">What it says.</param>
    /// <returns>A task that completes when it is answered.</returns>
    public static Task RefuseAsync(HttpResponse response, int status, string type, string message) =>
        AnswerAsync(response, status, json =>
        {
            json.WriteString("__type", type);
            json.WriteString("message", message);
        });

    /// <summary>Answers a call.</summary>
    /// <param name="context">The request.</param>
    /// <returns>A task that completes when it is answered.</returns>
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

            var fails = context.Items[FailingRecords] as Predicate<int> ?? (_ => false);
            var count = Accept(body, fails);
            await AnswerAsync(context.Response, StatusCodes.Status200OK, json => WriteResponses(json, count, fails));
        }
        catch (FirehoseException refused)
        {
            await RefuseAsync(context.Response, StatusCodes.Status400BadRequest, refused.Type, refused.Message);
        }
    }

    private int Accept(ReadOnlyMemory<byte> body, Predicate<int> fails)
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
            buffer.Append(Join([.. records.Where((_, place) => !fails(place))]));
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
