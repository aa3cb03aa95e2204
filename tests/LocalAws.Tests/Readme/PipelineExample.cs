using Amazon.DynamoDBv2;
using Amazon.Runtime;
using LocalAws.Firehose;
using LocalAws.Lambda;

namespace LocalAws.Tests.Readme;

public sealed class PipelineExample
{
    [Fact]
    public async Task It_runs()
    {
        using var temporary = new TemporaryFolder();
        var (script, folder) = (Path.Combine(AppContext.BaseDirectory, "Lambda", "runtime.mjs"), temporary.Path);
        var cancellationToken = TestContext.Current.CancellationToken;

        // <readme>
        await using var cloud = await LocalCloud.StartAsync(
            new LocalCloudOptions(folder)
            {
                Buckets = ["my-bucket"],
                Table = new StreamedTable("orders", "id"),
                Delivery = new FirehoseDelivery("orders-stream", "my-bucket") { Prefix = "orders-" },
            },
            cancellationToken);
        var function = new LambdaFunction("Echo", "node", [script]) { Timeout = TimeSpan.FromSeconds(10) };
        var host = await cloud.StartFunctionAsync(function, cancellationToken);
        cloud.MapStream(host, function, new MappingSettings { BatchSize = 100, MaxRetryAttempts = 2 }, "my-bucket");

        // Create the table and write to it by any client of cloud.DynamoDbAddress, then:
        await cloud.DrainAsync(cancellationToken);

        // </readme>
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = cloud.DynamoDbAddress, AuthenticationRegion = LocalAccount.Region });
        await client.CreateActiveTableAsync("orders", "id");
        await client.PutItemAsync("orders", new() { ["id"] = new("o1") }, cancellationToken);
        await cloud.DrainAsync(cancellationToken);

        cloud.Counters.ShouldBe(new LocalCloudCounters(1, 1, 1, Retries: 0, Discarded: 0, Objects: 0));
    }
}
