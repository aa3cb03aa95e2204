using System.Globalization;
using System.Text.Json;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>Writes the request as JSON 1.1, base64 straight into the buffer that goes to the wire.</summary>
internal sealed class PutRecordBatchRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static PutRecordBatchRequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var batch = (PutRecordBatchRequest)input;
        var request = new DefaultRequest(batch, "Amazon.KinesisFirehose") { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = "Firehose_20150804.PutRecordBatch";
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Api-Version"] = "2015-08-04";

        var content = new PooledContentStream(Size(batch));
        Write(batch, content);
        request.ContentStream = content;
        request.Headers["Content-Length"] = content.Length.ToString(CultureInfo.InvariantCulture);
        return request;
    }

    private static int Size(PutRecordBatchRequest batch)
    {
        const int Frame = 256; // braces, property names and a stream name of up to 64 characters
        const int RecordFrame = 16; // {"Data":""},
        var size = Frame;
        foreach (var record in batch.Records ?? [])
        {
            size += RecordFrame + ((int)(record.Data?.Length ?? 0) + 2) / 3 * 4;
        }

        return size;
    }

    private static void Write(PutRecordBatchRequest batch, PooledContentStream content)
    {
        using var json = new Utf8JsonWriter(content.BufferWriter);
        json.WriteStartObject();
        if (batch.DeliveryStreamName is { } name)
        {
            json.WriteString("DeliveryStreamName", name);
        }

        if (batch.Records is { } records)
        {
            json.WriteStartArray("Records");
            foreach (var record in records)
            {
                WriteRecord(record, json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRecord(Record record, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (record.Data is { } data)
        {
            json.WriteBase64String("Data", data.TryGetBuffer(out var bytes) ? bytes : data.ToArray());
        }

        json.WriteEndObject();
    }
}
