using System.Text.Json.Serialization;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>The answer to a batch of a DynamoDB stream when the mapping reports batch item failures.</summary>
public class StreamsEventResponse
{
    /// <summary>Where to go on: the batch is delivered again from its earliest entry; none or empty takes it as done.</summary>
    [JsonPropertyName("batchItemFailures")]
    public IList<BatchItemFailure>? BatchItemFailures { get; set; }

    /// <summary>One record that is not done.</summary>
    public class BatchItemFailure
    {
        /// <summary>The record's sequence number.</summary>
        [JsonPropertyName("itemIdentifier")]
        public string? ItemIdentifier { get; set; }
    }
}
