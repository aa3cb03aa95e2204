using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.KinesisFirehose.Internal;

/// <summary>The address that is configured, or else the region's by the rules of its partition.</summary>
internal sealed class FirehoseEndpointProvider : IEndpointProvider
{
    // The parameters bear the names that every AWS service gives them.
    private const string Address = "Endpoint";
    private const string Region = "Region";
    private const string UseFips = "UseFIPS";
    private const string UseDualStack = "UseDualStack";

    public static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternateRegion) => new()
    {
        [Address] = config.ServiceURL,
        [Region] = (alternateRegion ?? config.RegionEndpoint)?.SystemName,
        [UseFips] = config.UseFIPSEndpoint,
        [UseDualStack] = config.UseDualstackEndpoint,
    };

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Address] is string address)
        {
            return new Endpoint(address);
        }

        var region = parameters[Region] as string
            ?? throw new AmazonClientException("No region is configured: set AWS_REGION, RegionEndpoint or ServiceURL.");
        var partition = Fn.Partition(region);
        var host = parameters[UseFips] is true ? $"{FirehoseMetadata.EndpointPrefix}-fips" : FirehoseMetadata.EndpointPrefix;
        var suffix = parameters[UseDualStack] is true ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{region}.{suffix}");
    }
}
