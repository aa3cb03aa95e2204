using System.Runtime.InteropServices;
using Amazon.DynamoDBv2;
using Amazon.KinesisFirehose;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Amazon.S3;
using Analytics;
using FunctionHosting;
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
    var forwarder = new TaskCompletionSource<Forwarder>(TaskCreationOptions.RunContinuationsAsynchronously);
    var loop = Task.Run(() => AnswerInvocationsAsync(forwarder.Task, stop.Token));
    using var firehose = CreateFirehose(new BlockingHttp());
    await using var output = Console.OpenStandardOutput();
    var logger = new JsonLogger(output, TimeProvider.System);
    var metrics = new EmbeddedMetrics(
        logger, Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? Names.ForwarderAssembly, TimeProvider.System);
    var delivery = new Delivery(firehose, settings.DeliveryStream, TimeProvider.System, Random.Shared, logger);
    using var dynamoDb = settings.DeliveryLogTable is null ? null : new AmazonDynamoDBClient(new AmazonDynamoDBConfig { MaxErrorRetry = 1 });
    var deliveryLog = dynamoDb is null ? null : new DeliveryLog(dynamoDb, settings.DeliveryLogTable!, TimeProvider.System, logger);
    using var s3 = settings.QuarantineBucket is null
        ? null
        : new AmazonS3Client(new AmazonS3Config { MaxErrorRetry = 2, ForcePathStyle = settings.UsesPathStyle });
    var quarantine = s3 is null ? null : new Quarantine(s3, settings.QuarantineBucket!, settings.QuarantinePrefix, TimeProvider.System, logger);
    forwarder.SetResult(new Forwarder(delivery, quarantine, deliveryLog, metrics, logger));
    await Task.WhenAll(loop, WarmUp.RunAsync(CreateFirehose));
    return 0;
}
catch (SettingsException failure)
{
    return await EndAsync(failure.Message);
}
catch (AmazonClientException failure)
{
    return await EndAsync($"The AWS client can't start: {failure.Message}. Are AWS_REGION and the credentials set?");
}
catch (Exception failure) when (failure is HttpRequestException or RuntimeApiClientException)
{
    return await EndAsync($"AWS_LAMBDA_RUNTIME_API names a Runtime API that does not serve: {failure.Message}");
}

// The first batch is fetched while the clients are made: most of a start is compiling, and there are two processors for it.
static async Task AnswerInvocationsAsync(Task<Forwarder> forwarder, CancellationToken stop)
{
    using var bootstrap = LambdaBootstrapBuilder
        .Create(async (input, context) => await (await forwarder).HandleAsync(input, context))
        .Build();
    await bootstrap.RunAsync(stop);
}

// The deliveries make the attempts; a region that is told need not be looked for in the endpoint's name.
static AmazonKinesisFirehoseClient CreateFirehose(HttpClientFactory http) => new(new AmazonKinesisFirehoseConfig
{
    MaxErrorRetry = 0,
    AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION"),
    HttpClientFactory = http,
});

static async Task<int> EndAsync(string reason)
{
    await Console.Error.WriteLineAsync(reason.ReplaceLineEndings(" "));
    return 1;
}
