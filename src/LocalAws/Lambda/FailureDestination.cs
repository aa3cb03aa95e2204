using System.Globalization;
using System.Text;
using System.Text.Json;
using LocalAws.S3;

namespace LocalAws.Lambda;

/// <summary>The S3 destination of a mapping's discarded records: an object a batch, which holds the whole records.</summary>
internal sealed class FailureDestination(S3Store s3, string bucket, string functionArn, string table, TimeProvider time)
{
    private const string MappingId = "3d3b1c5e-0000-4000-8000-000000000001";
    private const string ShardId = "shardId-00000001577836800000-00000001";

    /// <summary>Writes an object.</summary>
    public Task WriteAsync(DiscardedBatch batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy'/'MM'/'dd'/'yyyy-MM-dd'T'HH'.'mm'.'ss}-{Guid.NewGuid():D}");
        var key = $"aws/lambda/{MappingId}/{ShardId}/{name}"; // where Lambda puts it, too
        return s3.PutAsync(bucket, key, new MemoryStream(Describe(batch, now)), "application/json", cancellationToken);
    }

    private byte[] Describe(DiscardedBatch batch, DateTime now)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteStartObject("requestContext");
            json.WriteString("requestId", Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture));
            json.WriteString("functionArn", functionArn);
            json.WriteString("condition", batch.Condition);
            json.WriteNumber("approximateInvokeCount", batch.InvokeCount);
            json.WriteEndObject();
            json.WriteStartObject("responseContext");
            json.WriteNumber("statusCode", 200);
            json.WriteString("executedVersion", "$LATEST");
            json.WriteString("functionError", batch.Error is null ? null : "Unhandled");
            json.WriteEndObject();
            json.WriteString("version", "1.0");
            json.WriteString("timestamp", Timestamp(now));
            json.WriteStartObject("DDBStreamBatchInfo");
            json.WriteString("shardId", ShardId);
            json.WriteString("startSequenceNumber", batch.Records[0].SequenceNumber);
            json.WriteString("endSequenceNumber", batch.Records[^1].SequenceNumber);
            json.WriteString("approximateArrivalOfFirstRecord", Timestamp(batch.Records[0].Time.UtcDateTime));
            json.WriteString("approximateArrivalOfLastRecord", Timestamp(batch.Records[^1].Time.UtcDateTime));
            json.WriteNumber("batchSize", batch.Records.Length);
            json.WriteString("streamArn", LocalAccount.StreamArn(table));
            json.WriteEndObject();
            json.WriteString("payload", Encoding.UTF8.GetString(InvocationPayload.Of([.. batch.Records.Select(record => record.Json)])));
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    private static string Timestamp(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
