using System.Net;
using System.Text.Json.Nodes;
using Tables.Tests.Fakes;

namespace Tables.Tests;

public sealed class BatchWriterTests
{
    private readonly TestTime time = new(passing: TimeSpan.FromSeconds(5));
    private readonly List<int> sizes = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unprocessed_items_alone_are_sent_again()
    {
        using var service = new CannedDynamoDb((_, body) => Unprocessed(body, sizes.Count == 0 ? 7 : 0));

        await PutAsync(service, 30);

        sizes.ShouldBe([25, 7, 5]);
        time.Waits.ShouldHaveSingleItem().TotalMilliseconds.ShouldBeInRange(25, 50);
    }

    [Fact]
    public async Task A_throttled_call_is_sent_again_whole()
    {
        using var service = new CannedDynamoDb((_, body) => sizes.Count == 0
            ? Throttled(body)
            : Unprocessed(body, 0));

        await PutAsync(service, 10);

        sizes.ShouldBe([10, 10]);
    }

    [Fact]
    public async Task What_is_never_taken_is_counted()
    {
        using var service = new CannedDynamoDb((_, body) => Unprocessed(body, sizes.Count == 0 ? 0 : 3));

        var failure = await Should.ThrowAsync<TableException>(() => PutAsync(service, 80));

        failure.Reason.ShouldBe(TableFailure.BatchIncomplete);
        failure.NotWritten.ShouldBe(3 + 25 + 5);
        failure.Message.ShouldStartWith("33 of 80 items were not written to table 'breeds'");
        sizes.ShouldBe([25, 25, 3, 3]);
    }

    [Fact]
    public async Task The_same_seed_waits_the_same_times()
    {
        using var service = new CannedDynamoDb((_, body) => Unprocessed(body, 1));

        await Should.ThrowAsync<TableException>(() => PutAsync(service, 1));
        await Should.ThrowAsync<TableException>(() => PutAsync(service, 1));

        time.Waits.Count.ShouldBe(4);
        time.Waits.Take(2).ShouldBe(time.Waits.Skip(2));
    }

    [Fact]
    public async Task Nothing_to_write_makes_no_call()
    {
        using var service = new CannedDynamoDb((_, body) => Unprocessed(body, 0));

        await PutAsync(service, 0);

        service.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_call_is_not_sent_again()
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Error("AccessDeniedException"));

        var failure = await Should.ThrowAsync<TableException>(() => PutAsync(service, 3));

        failure.Message.ShouldContain("dynamodb:BatchWriteItem");
        service.Calls.Count.ShouldBe(1);
    }

    private Task PutAsync(CannedDynamoDb service, int count)
    {
        var options = new TableOptions { BatchAttempts = 3, TimeProvider = time, Jitter = new Random(1) };
        var table = new KeyValueTable<string>(service.Client, new("breeds"), ValueMapping.Text, options);
        return table.PutBatchAsync(Enumerable.Range(0, count).Select(number => KeyValuePair.Create($"{number}", "value")), Cancellation);
    }

    private (HttpStatusCode Status, string Body) Throttled(string body)
    {
        Unprocessed(body, 0);
        return CannedDynamoDb.Error("ProvisionedThroughputExceededException");
    }

    /// <summary>Takes all items of a call but some at its end.</summary>
    private (HttpStatusCode Status, string Body) Unprocessed(string body, int left)
    {
        var items = JsonNode.Parse(body)!["RequestItems"]!["breeds"]!.AsArray();
        sizes.Add(items.Count);
        var rest = new JsonArray([.. items.TakeLast(left).Select(item => item!.DeepClone())]);
        var unprocessed = left == 0 ? new JsonObject() : new JsonObject { ["breeds"] = rest };
        return CannedDynamoDb.Ok(new JsonObject { ["UnprocessedItems"] = unprocessed }.ToJsonString());
    }
}
