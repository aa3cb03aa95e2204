using Amazon.KinesisFirehose.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Amazon.KinesisFirehose;

/// <summary>The configuration of a Firehose client; what is not set comes from the environment and the AWS configuration files.</summary>
public class AmazonKinesisFirehoseConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("Firehose", "4.0.100.0");

    /// <summary>Starts with the defaults.</summary>
    public AmazonKinesisFirehoseConfig()
        : base(new DefaultConfigurationProvider(FirehoseDefaults.All))
    {
        base.ServiceId = FirehoseMetadata.Id;
        AuthenticationServiceName = FirehoseMetadata.EndpointPrefix;
        EndpointProvider = new FirehoseEndpointProvider();
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => FirehoseMetadata.EndpointPrefix;

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-08-04";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(FirehoseEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
}
