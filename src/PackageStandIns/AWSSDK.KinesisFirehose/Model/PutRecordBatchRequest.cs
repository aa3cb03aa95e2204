using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>Records for a delivery stream.</summary>
public class PutRecordBatchRequest : AmazonWebServiceRequest
{
    /// <summary>The delivery stream's name.</summary>
    public string? DeliveryStreamName { get; set; }

    /// <summary>1 to 500 records, 4 MiB in all.</summary>
    public List<Record>? Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
