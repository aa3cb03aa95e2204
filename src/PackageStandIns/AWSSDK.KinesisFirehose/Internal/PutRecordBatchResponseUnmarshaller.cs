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
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var response = new PutRecordBatchResponse();
        input.Read(ref reader);
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (IsValueOf("Encrypted", input, depth, ref reader))
            {
                response.Encrypted = reader.GetBoolean();
            }
            else if (IsValueOf("FailedPutCount", input, depth, ref reader) && reader.TryGetInt32(out var failed))
            {
                response.FailedPutCount = failed;
            }
            else if (IsValueOf("RequestResponses", input, depth, ref reader) && input.CurrentTokenType == JsonTokenType.StartArray)
            {
                response.RequestResponses = ReadEntries(input, ref reader);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        return FirehoseErrors.Create(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader), innerException, statusCode);
    }

    /// <summary>Reads the entries; a null among them is one, as in the SDK's own lists.</summary>
    private static List<PutRecordBatchResponseEntry> ReadEntries(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        var entries = new List<PutRecordBatchResponseEntry>();
        while (!input.Peek(JsonTokenType.EndArray, ref reader))
        {
            entries.Add(ReadEntry(input, ref reader)!);
        }

        input.Read(ref reader);
        return entries;
    }

    private static PutRecordBatchResponseEntry? ReadEntry(JsonUnmarshallerContext input, ref StreamingUtf8JsonReader reader)
    {
        input.Read(ref reader);
        if (input.CurrentTokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (input.CurrentTokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An entry of RequestResponses is no object but {input.CurrentTokenType}.");
        }

        var entry = new PutRecordBatchResponseEntry();
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth, ref reader))
        {
            if (IsValueOf("ErrorCode", input, depth, ref reader))
            {
                entry.ErrorCode = reader.GetString();
            }
            else if (IsValueOf("ErrorMessage", input, depth, ref reader))
            {
                entry.ErrorMessage = reader.GetString();
            }
            else if (IsValueOf("RecordId", input, depth, ref reader))
            {
                entry.RecordId = reader.GetString();
            }
        }

        return entry;
    }

    /// <summary>Moves on from a property's name to its value, where the property is the one that is asked for and not null.</summary>
    private static bool IsValueOf(string name, JsonUnmarshallerContext input, int depth, ref StreamingUtf8JsonReader reader)
    {
        if (input.CurrentTokenType != JsonTokenType.PropertyName || !input.TestExpression(name, depth))
        {
            return false;
        }

        input.Read(ref reader);
        return input.CurrentTokenType != JsonTokenType.Null;
    }
}
