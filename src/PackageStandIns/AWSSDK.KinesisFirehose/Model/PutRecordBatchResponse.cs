using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What became of each record.</summary>
public class PutRecordBatchResponse : AmazonWebServiceResponse
{
    /// <summary>Whether the stream is encrypted at rest.</summary>
    public bool? Encrypted { get; set; }

    /// <summary>How many records failed; above 0 in a call that succeeded as such.</summary>
    public int? FailedPutCount { get; set; }

    /// <summary>One entry per record, in the request's order.</summary>
    public List<PutRecordBatchResponseEntry>? RequestResponses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
