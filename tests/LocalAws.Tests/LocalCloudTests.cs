using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using LocalAws.Firehose;
using LocalAws.Lambda;

namespace LocalAws.Tests;

public sealed class LocalCloudTests : IDisposable
{
    private const string Bucket = "bucket";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static LambdaFunction Echo =>
        new("Echo", "node", [Path.Combine(AppContext.BaseDirectory, "Lambda", "runtime.mjs")]) { Timeout = TimeSpan.FromMinutes(1) };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_function_may_end_before_the_cloud_and_a_cloud_ends_once()
    {
        var cloud = await LocalCloud.StartAsync(new LocalCloudOptions(folder.Path), Cancellation);
        var host = await cloud.StartFunctionAsync(Echo, Cancellation);

        (await host.InvokeAsync("{}"u8.ToArray(), Cancellation)).Error.ShouldBeNull();
        await host.DisposeAsync();
        await cloud.KillAsync();
        await cloud.DisposeAsync();
    }

    [Fact]
    public async Task What_a_killed_cloud_has_not_processed_is_processed_by_the_next_one()
    {
        var cloud = await StartAsync();
        await PutAsync(cloud, "a", "b");
        await cloud.KillAsync();

        await using var next = await StartAsync("b");
        await PutAsync(next, "c");
        var host = await next.StartFunctionAsync(Echo, Cancellation);
        next.MapStream(host, Echo, new MappingSettings { Window = TimeSpan.FromMinutes(5) }, Bucket);
        await next.DrainAsync(Cancellation);

        next.Counters.Delivered.ShouldBe(2); // b again, and c; a was delivered
    }

    [Fact]
    public async Task What_happens_to_records_can_be_watched()
    {
        var seen = new ConcurrentQueue<PipelineEvent>();
        await using var cloud = await StartAsync(options => options with { Watch = seen.Enqueue });
        await PutAsync(cloud, "a", "b");
        var host = await cloud.StartFunctionAsync(Echo, Cancellation);
        cloud.MapStream(host, Echo, new MappingSettings(), Bucket);
        await cloud.DrainAsync(Cancellation);
        using (var firehose = new HttpClient { BaseAddress = new Uri(cloud.FirehoseAddress) })
        {
            using var put = new StringContent("""{"DeliveryStreamName":"orders-stream","Records":[{"Data":"YQo="}]}""");
            put.Headers.Add("X-Amz-Target", "Firehose_20150804.PutRecordBatch");
            (await firehose.PostAsync(new Uri("/", UriKind.Relative), put, Cancellation)).EnsureSuccessStatusCode();
        }

        await cloud.DrainAsync(Cancellation);

        var appended = seen.OfType<RecordAppended>().ToList();
        appended.Select(record => record.Image!.Value.GetProperty("id").GetProperty("S").GetString()).ShouldBe(["a", "b"]);
        var sent = seen.OfType<BatchSent>().SelectMany(batch => batch.SequenceNumbers);
        sent.ShouldBe(appended.Select(record => record.SequenceNumber));
        seen.OfType<BatchEnded>().ShouldAllBe(batch => batch.Verdict.Outcome == BatchOutcome.Delivered && batch.Error == null);
        var buffered = seen.OfType<RecordsBuffered>().ShouldHaveSingleItem();
        buffered.Records.ShouldHaveSingleItem().ShouldBe("a\n"u8.ToArray());
        seen.OfType<ObjectWritten>().ShouldHaveSingleItem().Key.ShouldBe(buffered.Key);
    }

    private Task<LocalCloud> StartAsync(Func<LocalCloudOptions, LocalCloudOptions> adapt) => LocalCloud.StartAsync(
        adapt(new LocalCloudOptions(folder.Path)
        {
            Buckets = [Bucket],
            Table = new StreamedTable("orders", "id"),
            Delivery = new FirehoseDelivery("orders-stream", Bucket),
        }),
        Cancellation);

    private Task<LocalCloud> StartAsync(params string[] undelivered) => LocalCloud.StartAsync(
        new LocalCloudOptions(folder.Path)
        {
            Buckets = [Bucket],
            Table = new StreamedTable("orders", "id", _ => Task.FromResult<Predicate<System.Text.Json.JsonElement>>(
                item => undelivered.Contains(item.GetProperty("id").GetProperty("S").GetString()))),
        },
        Cancellation);

    private static async Task PutAsync(LocalCloud cloud, params string[] ids)
    {
        using var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = cloud.DynamoDbAddress, AuthenticationRegion = LocalAccount.Region });
        if ((await client.ListTablesAsync(Cancellation)).TableNames is not { Count: > 0 })
        {
            await client.CreateActiveTableAsync("orders", "id");
        }

        foreach (var id in ids)
        {
            await client.PutItemAsync("orders", new() { ["id"] = new(id) }, Cancellation);
        }
    }
}
