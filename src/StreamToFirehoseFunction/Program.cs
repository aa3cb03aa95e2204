using System.Runtime.InteropServices;
using Amazon.DynamoDBv2;
using Amazon.KinesisFirehose;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Amazon.S3;
using Analytics;
using Analytics.Telemetry;
using StreamToFirehoseFunction;

using var stop = new CancellationTokenSource();
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    stop.Cancel();
});

try
{
    var settings = Settings.Read(Environment.GetEnvironmentVariable);
    await using var output = Console.OpenStandardOutput();
    var logger = new JsonLogger(output, TimeProvider.System);
    var metrics = new EmbeddedMetrics(
        logger, Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? Names.ForwarderAssembly, TimeProvider.System);
    using var firehose = new AmazonKinesisFirehoseClient(new AmazonKinesisFirehoseConfig { MaxErrorRetry = 0 });
    var delivery = new Delivery(firehose, settings.DeliveryStream, TimeProvider.System, Random.Shared, logger);
    using var dynamoDb = settings.DeliveryLogTable is null ? null : new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 1 });
    var deliveryLog = dynamoDb is null ? null : new DeliveryLog(dynamoDb, settings.DeliveryLogTable!, TimeProvider.System, logger);
    using var s3 = settings.QuarantineBucket is null
        ? null
        : new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 2, ForcePathStyle = settings.UsesPathStyle });
    var quarantine = s3 is null ? null : new Quarantine(s3, settings.QuarantineBucket!, settings.QuarantinePrefix, TimeProvider.System, logger);
    var forwarder = new Forwarder(delivery, quarantine, deliveryLog, metrics, logger);
    using var bootstrap = LambdaBootstrapBuilder.Create(forwarder.HandleAsync).Build();
    await bootstrap.RunAsync(stop.Token);
    return 0;
}
catch (Exception failure) when (failure is FormatException or InvalidOperationException)
{
    return await EndAsync(failure.Message);
}
catch (AmazonClientException failure)
{
    return await EndAsync($"The AWS client can't start: {failure.Message}. Are AWS_REGION and the credentials set?");
}
catch (HttpRequestException failure)
{
    return await EndAsync($"The Lambda Runtime API does not answer: {failure.Message}");
}

static async Task<int> EndAsync(string reason)
{
    await Console.Error.WriteLineAsync(reason);
    return 1;
}
