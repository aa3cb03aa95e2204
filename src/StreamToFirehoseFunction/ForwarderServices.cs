using Amazon.DynamoDBv2;
using Amazon.KinesisFirehose;
using Amazon.S3;
using FunctionHosting;

namespace StreamToFirehoseFunction;

/// <summary>The services that the forwarder calls.</summary>
/// <param name="Firehose">Takes the lines; a call is one attempt.</param>
/// <param name="S3">Takes the quarantine; null = there is none.</param>
/// <param name="DynamoDb">Takes the log of deliveries; null = there is none.</param>
internal sealed record ForwarderServices(IAmazonKinesisFirehose Firehose, IAmazonS3? S3, IAmazonDynamoDB? DynamoDb)
{
    /// <summary>Creates the clients that the settings ask for; they live as long as the process.</summary>
    /// <exception cref="SettingsException">A variable that the AWS SDK reads is missing or bad.</exception>
    public static ForwarderServices Open(Settings settings) => new(
        AwsClients.Create(() => new AmazonKinesisFirehoseClient(new AmazonKinesisFirehoseConfig { MaxErrorRetry = 0 })),
        settings.QuarantineBucket is null
            ? null
            : AwsClients.Create(() => new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 2, ForcePathStyle = settings.UsesPathStyle })),
        settings.DeliveryLogTable is null
            ? null
            : AwsClients.Create(() => new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 1 })));
}
