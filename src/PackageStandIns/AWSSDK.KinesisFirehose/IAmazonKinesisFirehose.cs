using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Amazon Data Firehose, which delivers records to Amazon S3 and elsewhere.</summary>
public interface IAmazonKinesisFirehose : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisFirehoseConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonKinesisFirehoseClient(awsCredentials, (AmazonKinesisFirehoseConfig)clientConfig);

    /// <summary>Puts 1 to 500 records of up to 1,000 KiB each, 4 MiB in all; a success may still hold records that failed.</summary>
    /// <exception cref="InvalidArgumentException">The records are beyond a limit, or the name is malformed.</exception>
    /// <exception cref="InvalidKMSResourceException">The stream's KMS key cannot be used.</exception>
    /// <exception cref="InvalidSourceException">The stream takes its records from another source than direct puts.</exception>
    /// <exception cref="ResourceNotFoundException">The stream does not exist.</exception>
    /// <exception cref="ServiceUnavailableException">The stream's throughput is used up, also after the client's own retries.</exception>
    Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default);
}
