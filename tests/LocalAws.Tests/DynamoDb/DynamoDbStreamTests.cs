using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using LocalAws.DynamoDb;
using LocalAws.Hosting;

namespace LocalAws.Tests.DynamoDb;

public sealed class DynamoDbStreamTests : IAsyncLifetime
{
    private const string Table = "hits";

    private readonly TemporaryFolder folder = new();
    private readonly FailureSignal failure = new();
    private Dynalite dynalite = null!;
    private TableStream log = null!;
    private DynamoDbStream stream = null!;
    private AmazonDynamoDBClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Upstream => new(dynalite.Address);

    public async ValueTask InitializeAsync()
    {
        dynalite = await Dynalite.StartAsync(folder.Find("dynamodb"), Cancellation);
        await StartStreamAsync();
        foreach (var name in new[] { Table, "other" })
        {
            await client.CreateActiveTableAsync(name, "id");
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await stream.DisposeAsync();
        await dynalite.DisposeAsync();
        failure.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Puts_are_inserts_then_modifications_and_nothing_where_nothing_changes()
    {
        await PutAsync("a", "1");
        await PutAsync("a", "1");
        await PutAsync("a", "2");

        Records().ShouldBe(["INSERT a 1", "MODIFY a 2"]);
        stream.Inserts.ShouldBe(1);
    }

    [Fact]
    public async Task Updates_are_inserts_or_modifications()
    {
        await UpdateAsync("a", "SET v = :v");
        await UpdateAsync("a", "SET v = :v");
        await UpdateAsync("a", "REMOVE v");

        Records().ShouldBe(["INSERT a x", "MODIFY a "]);
    }

    [Fact]
    public async Task Deletes_are_removals_of_what_was_there()
    {
        await PutAsync("a", "1");
        await DeleteAsync("a");
        await DeleteAsync("a");

        Records().ShouldBe(["INSERT a 1", "REMOVE a"]);
    }

    [Fact]
    public async Task A_failed_condition_reaches_the_caller_and_not_the_stream()
    {
        await PutAsync("a", "1");

        await Should.ThrowAsync<ConditionalCheckFailedException>(() => PutAsync("a", "2", "attribute_not_exists(id)"));
        await PutAsync("b", "1", "attribute_not_exists(id)");

        Records().ShouldBe(["INSERT a 1", "INSERT b 1"]);
    }

    [Fact]
    public async Task A_batch_gives_one_record_for_each_item_that_changed()
    {
        await PutAsync("gone", "1");
        await PutAsync("same", "1");
        var writes = Enumerable.Range(0, 22).Select(number => PutOf($"new{number}", "1")).ToList();
        writes.AddRange([PutOf("same", "1"), DeleteOf("gone"), DeleteOf("never")]);

        await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [Table] = writes }, Cancellation);

        var records = Records()[2..];
        records.Count.ShouldBe(23);
        records.Count(record => record.StartsWith("INSERT new", StringComparison.Ordinal)).ShouldBe(22);
        records.ShouldContain("REMOVE gone");
    }

    [Fact]
    public async Task A_refused_batch_gives_no_record()
    {
        var tooMany = Enumerable.Range(0, 26).Select(number => PutOf($"i{number}", "1")).ToList();
        List<WriteRequest> twice = [PutOf("a", "1"), PutOf("a", "2")];

        await Should.ThrowAsync<AmazonDynamoDBException>(() => BatchAsync(tooMany));
        await Should.ThrowAsync<AmazonDynamoDBException>(() => BatchAsync(twice));

        Records().ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_tables_have_no_stream()
    {
        await client.PutItemAsync("other", Item("a", "1"), Cancellation);

        Records().ShouldBeEmpty();
        (await client.GetItemAsync("other", Key("a"), Cancellation)).Item["v"].S.ShouldBe("1");
    }

    [Fact]
    public async Task A_table_that_is_missing_is_told_to_the_caller()
    {
        await client.DeleteTableAsync(Table, Cancellation);

        await Should.ThrowAsync<ResourceNotFoundException>(() => PutAsync("a", "1"));
    }

    [Fact]
    public async Task Of_many_writers_of_one_item_exactly_one_inserts_it()
    {
        var numbers = Enumerable.Range(0, 16);

        await Task.WhenAll(numbers.SelectMany(item => numbers.Select(writer => PutAsync($"i{item}", $"{writer}"))));

        var records = Records();
        records.Count(record => record.StartsWith("INSERT", StringComparison.Ordinal)).ShouldBe(16);
        records.Count.ShouldBe(256);
        foreach (var item in numbers)
        {
            var stored = await client.GetItemAsync(Table, Key($"i{item}"), Cancellation);
            records.Last(record => record.Contains($" i{item} ", StringComparison.Ordinal)).ShouldEndWith($" {stored.Item["v"].S}");
        }
    }

    [Fact]
    public async Task Items_of_earlier_runs_that_are_wanted_are_inserts_again_and_later_ones_are_not_twice()
    {
        await PutAsync("delivered", "1");
        for (var number = 0; number < 40; number++)
        {
            await PutAsync($"left{number}", new string('x', 60_000)); // more than a page of a scan
        }

        await RestartStreamAsync();
        await PutAsync("new", "1");
        await stream.ReplayAsync(item => item.GetProperty("id").GetProperty("S").GetString() != "delivered", Cancellation);
        await PutAsync("left0", "2");

        var records = Records();
        records.Count(record => record.StartsWith("INSERT left", StringComparison.Ordinal)).ShouldBe(40);
        records.ShouldContain("INSERT new 1");
        records[^1].ShouldBe("MODIFY left0 2");
        records.Count.ShouldBe(42);
    }

    [Fact]
    public async Task A_table_that_is_not_there_yet_has_nothing_to_enter()
    {
        await client.DeleteTableAsync(Table, Cancellation);
        await RestartStreamAsync();

        await stream.ReplayAsync(_ => true, Cancellation);

        Records().ShouldBeEmpty();
    }

    private async Task StartStreamAsync()
    {
        log = new TableStream(Table, TimeProvider.System);
        stream = await DynamoDbStream.StartAsync(Task.FromResult(Upstream), Table, "id", log, failure, Cancellation);
        client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = stream.Address, AuthenticationRegion = LocalAccount.Region });
    }

    private async Task RestartStreamAsync()
    {
        client.Dispose();
        await stream.DisposeAsync();
        await StartStreamAsync();
    }

    /// <summary>Event name, key and value of the records in the stream.</summary>
    private List<string> Records() => [.. log.Read(0).Select(record =>
    {
        var change = JsonElement.Parse(record.Json.Span).GetProperty("dynamodb");
        var text = $"{record.EventName} {change.GetProperty("Keys").GetProperty("id").GetProperty("S").GetString()}";
        return change.TryGetProperty("NewImage", out var image)
            ? $"{text} {(image.TryGetProperty("v", out var value) ? value.GetProperty("S").GetString() : "")}"
            : text;
    })];

    private static Dictionary<string, AttributeValue> Key(string id) => new() { ["id"] = new(id) };

    private static Dictionary<string, AttributeValue> Item(string id, string value) =>
        new() { ["id"] = new(id), ["v"] = new(value) };

    private static WriteRequest PutOf(string id, string value) => new(new PutRequest(Item(id, value)));

    private static WriteRequest DeleteOf(string id) => new(new DeleteRequest(Key(id)));

    private async Task BatchAsync(List<WriteRequest> writes) =>
        await client.BatchWriteItemAsync(new Dictionary<string, List<WriteRequest>> { [Table] = writes }, Cancellation);

    private async Task PutAsync(string id, string value, string? condition = null)
    {
        var request = new PutItemRequest { TableName = Table, Item = Item(id, value), ConditionExpression = condition };
        await client.PutItemAsync(request, Cancellation);
    }

    private async Task DeleteAsync(string id) => await client.DeleteItemAsync(Table, Key(id), Cancellation);

    private async Task UpdateAsync(string id, string expression) => await client.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = Table,
            Key = Key(id),
            UpdateExpression = expression,
            ExpressionAttributeValues = expression.Contains(":v", StringComparison.Ordinal) ? new() { [":v"] = new("x") } : null,
        },
        Cancellation);
}
