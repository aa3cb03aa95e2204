using Amazon.KinesisFirehose.Internal;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.KinesisFirehose;

/// <summary>Calls Amazon Data Firehose through the AWS SDK's own pipeline: credentials, signature, endpoint, retries.</summary>
public class AmazonKinesisFirehoseClient : AmazonServiceClient, IAmazonKinesisFirehose
{
    /// <summary>Takes credentials and configuration from the environment, as every AWS client does.</summary>
    public AmazonKinesisFirehoseClient()
        : base(new AmazonKinesisFirehoseConfig())
    {
    }

    /// <summary>Takes credentials from the environment.</summary>
    public AmazonKinesisFirehoseClient(AmazonKinesisFirehoseConfig config)
        : base(config)
    {
    }

    /// <summary>Takes nothing from the environment but what the configuration leaves open.</summary>
    public AmazonKinesisFirehoseClient(AWSCredentials credentials, AmazonKinesisFirehoseConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata { get; } = new FirehoseMetadata();

    /// <inheritdoc/>
    public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(
        PutRecordBatchRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRecordBatchResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = PutRecordBatchRequestMarshaller.Instance,
                ResponseUnmarshaller = PutRecordBatchResponseUnmarshaller.Instance,
            },
            cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new FirehoseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new FirehoseAuthResolver());
    }
}
