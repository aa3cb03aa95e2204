using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.KinesisFirehose;
using Amazon.Runtime;
using Amazon.S3;
using FunctionHosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace StreamToFirehoseFunction.Tests;

/// <summary>The function's handler with real clients, as the program wires it, in front of endpoints that a test scripts.</summary>
internal sealed class ForwarderRig : IDisposable
{
    private readonly AmazonKinesisFirehoseClient firehose;
    private readonly AmazonS3Client? s3;
    private readonly AmazonDynamoDBClient? dynamoDb;
    private readonly MemoryStream metricLines = new();
    private readonly TimeProvider time;
    private readonly Forwarder forwarder;

    public ForwarderRig(
        string firehoseUrl, string? s3Url = null, string? dynamoDbUrl = null, TimeProvider? time = null, HttpClientFactory? http = null)
    {
        var credentials = new BasicAWSCredentials("id", "secret");
        this.time = time ?? TimeProvider.System;
        firehose = new AmazonKinesisFirehoseClient(
            credentials, With(new AmazonKinesisFirehoseConfig { MaxErrorRetry = 0 }, firehoseUrl, http));
        s3 = s3Url is null ? null : new AmazonS3Client(credentials, With(new AmazonS3Config { MaxErrorRetry = 0, ForcePathStyle = true }, s3Url, http));
        dynamoDb = dynamoDbUrl is null
            ? null
            : new AmazonDynamoDBClient(credentials, With(new AmazonDynamoDBConfig { MaxErrorRetry = 0 }, dynamoDbUrl, http));
        var settings = new Settings("stream", "deliveries", "bucket", "quarantine/", LineLayout.PetMatch, UsesPathStyle: true);
        var metrics = new EmbeddedMetrics(new JsonLogger(metricLines, this.time), "forwarder", this.time);
        forwarder = ForwarderComposition.Create(
            settings, new ForwarderServices(firehose, s3, dynamoDb), metrics, new Random(7), this.time, NullLogger.Instance);
    }

    /// <summary>The metrics of each invocation, in CloudWatch's embedded format.</summary>
    public IReadOnlyList<JsonNode> Metrics =>
        [.. Encoding.UTF8.GetString(metricLines.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    /// <summary>How much time the last invocation had left when it was answered.</summary>
    public TimeSpan TimeLeft { get; private set; }

    /// <summary>Invokes the function.</summary>
    /// <returns>The one batch item failure; null for success.</returns>
    public async Task<string?> InvokeAsync(byte[] streamEvent, TimeSpan? timeout = null)
    {
        var context = new InvocationContext(time, timeout ?? TimeSpan.FromMinutes(1));
        using var input = new MemoryStream(streamEvent);
        await using var output = await forwarder.HandleAsync(input, context).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        TimeLeft = context.RemainingTime;
        using var text = new StreamReader(output, Encoding.UTF8);
        var failures = JsonNode.Parse(await text.ReadToEndAsync())!["batchItemFailures"]!.AsArray();
        failures.Count.ShouldBeLessThanOrEqualTo(1);
        return failures.SingleOrDefault()?["itemIdentifier"]!.GetValue<string>();
    }

    public void Dispose()
    {
        firehose.Dispose();
        s3?.Dispose();
        dynamoDb?.Dispose();
    }

    private static T With<T>(T config, string url, HttpClientFactory? http)
        where T : ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = http;
        return config;
    }
}
