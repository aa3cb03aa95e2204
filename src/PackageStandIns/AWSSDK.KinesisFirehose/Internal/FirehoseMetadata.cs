using Amazon.Runtime.Internal;

namespace Amazon.KinesisFirehose.Internal;

internal sealed class FirehoseMetadata : IServiceMetadata
{
    public const string Id = "Firehose";

    // The host name's first part and the signature's service name.
    public const string EndpointPrefix = "firehose";

    public string ServiceId => Id;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
