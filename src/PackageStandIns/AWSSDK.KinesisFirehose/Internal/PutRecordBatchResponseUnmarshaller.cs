using System.Net;
using System.Text.Json;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.KinesisFirehose.Internal;

internal sealed class PutRecordBatchResponseUnmarshaller : JsonResponseUnmarshaller
{
    public static PutRecordBatchResponseUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        using var document = JsonDocument.Parse(input.Stream);
        var json = document.RootElement;
        var response = new PutRecordBatchResponse
        {
            Encrypted = Find(json, "Encrypted")?.GetBoolean(),
            FailedPutCount = Find(json, "FailedPutCount")?.GetInt32(),
        };
        if (Find(json, "RequestResponses") is { } entries)
        {
            response.RequestResponses = [.. entries.EnumerateArray().Select(ReadEntry)];
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        return FirehoseErrors.Create(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader), innerException, statusCode);
    }

    private static PutRecordBatchResponseEntry ReadEntry(JsonElement json) => new()
    {
        ErrorCode = Find(json, "ErrorCode")?.GetString(),
        ErrorMessage = Find(json, "ErrorMessage")?.GetString(),
        RecordId = Find(json, "RecordId")?.GetString(),
    };

    private static JsonElement? Find(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
