using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2.Model;

namespace Tables.Tests;

public sealed partial class DocumentTableTests(DynaliteFixture dynalite)
{
    private static readonly DocumentMapping<Delivery> Mapping = DocumentMapping.Json(DeliveryJson.Default.Delivery);

    private readonly string tableName = DynaliteFixture.NewTableName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_read_as_it_was_put()
    {
        var table = await NewTableAsync();
        var delivery = new Delivery("stream", 1, "sent", "text");

        await table.PutAsync(delivery, Cancellation);

        (await table.GetAsync(new("stream", "1"), Cancellation)).ShouldBe(delivery);
        (await table.ExistsAsync(new("stream", "1"), Cancellation)).ShouldBeTrue();
        (await table.ExistsAsync(new("stream", "2"), Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Put_if_absent_goes_by_the_whole_key()
    {
        var table = await NewTableAsync();

        (await table.PutIfAbsentAsync(new("stream", 1, "sent"), Cancellation)).ShouldBe(WriteResult.Written);
        (await table.PutIfAbsentAsync(new("stream", 2, "sent"), Cancellation)).ShouldBe(WriteResult.Written);
        (await table.PutIfAbsentAsync(new("stream", 1, "failed"), Cancellation)).ShouldBe(WriteResult.KeyPresent);

        (await table.GetAsync(new("stream", "1"), Cancellation))!.Status.ShouldBe("sent");
    }

    [Fact]
    public async Task Update_sets_and_removes_attributes_of_a_document_that_is_there()
    {
        var table = await NewTableAsync();
        await table.PutAsync(new("stream", 1, "waiting", "text"), Cancellation);
        var changes = new JsonObject { ["Status"] = "sent", ["Note"] = null };

        (await table.UpdateAsync(new("stream", "1"), changes, Cancellation)).ShouldBe(WriteResult.Written);
        (await table.UpdateAsync(new("stream", "2"), changes, Cancellation)).ShouldBe(WriteResult.KeyMissing);

        (await table.GetAsync(new("stream", "1"), Cancellation)).ShouldBe(new Delivery("stream", 1, "sent"));
        (await table.ExistsAsync(new("stream", "2"), Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_without_changes_only_tells_whether_the_document_is_there()
    {
        var table = await NewTableAsync();
        await table.PutAsync(new("stream", 1, "sent"), Cancellation);
        var none = new JsonObject();

        (await table.UpdateAsync(new("stream", "1"), none, Cancellation)).ShouldBe(WriteResult.Written);
        (await table.UpdateAsync(new("stream", "2"), none, Cancellation)).ShouldBe(WriteResult.KeyMissing);
    }

    [Fact]
    public async Task Remove_takes_one_document_away()
    {
        var table = await NewTableAsync(new("stream", 1, "sent"), new("stream", 2, "sent"));

        await table.RemoveAsync(new("stream", "1"), Cancellation);

        (await table.ListAsync(Cancellation).ToListAsync(Cancellation)).ShouldBe([new Delivery("stream", 2, "sent")]);
    }

    [Fact]
    public async Task A_query_by_key_gives_the_newest_first_by_number()
    {
        var table = await NewTableAsync(new("a", 9, "sent"), new("a", 10, "failed"), new("a", 100, "sent"), new("b", 1, "sent"));

        (await NumbersAsync(table, DocumentQuery.ByKey("a"))).ShouldBe([100, 10, 9]);
        (await NumbersAsync(table, DocumentQuery.ByKey("a") with { OldestFirst = true })).ShouldBe([9, 10, 100]);
        (await NumbersAsync(table, DocumentQuery.ByKey("a") with { Since = "10" })).ShouldBe([100, 10]);
    }

    [Fact]
    public async Task A_query_by_status_gives_the_newest_first_across_keys()
    {
        var table = await NewTableAsync(new("a", 1, "sent"), new("b", 3, "sent"), new("a", 2, "sent"), new("a", 4, "failed"));

        (await NumbersAsync(table, DocumentQuery.ByStatus("sent"))).ShouldBe([3, 2, 1]);
        (await NumbersAsync(table, DocumentQuery.ByStatus("sent") with { Since = "2", OldestFirst = true })).ShouldBe([2, 3]);
        (await NumbersAsync(table, DocumentQuery.ByStatus("none"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_query_by_key_and_status_gives_what_has_both()
    {
        var table = await NewTableAsync(new("a", 1, "sent"), new("b", 2, "sent"), new("a", 3, "failed"), new("a", 4, "sent"));

        (await NumbersAsync(table, DocumentQuery.ByKeyAndStatus("a", "sent"))).ShouldBe([4, 1]);
    }

    [Fact]
    public async Task A_query_goes_on_where_its_page_ended()
    {
        var table = await NewTableAsync([.. Enumerable.Range(0, 5).Select(number => new Delivery("a", number, "sent"))]);
        var query = DocumentQuery.ByStatus("sent") with { PageSize = 2 };

        var first = await table.QueryPageAsync(query, null, Cancellation);
        var second = await table.QueryPageAsync(query, first.ContinuationToken, Cancellation);

        first.Items.Select(delivery => delivery.Number).ShouldBe([4, 3]);
        second.Items.Select(delivery => delivery.Number).ShouldBe([2, 1]);
        (await NumbersAsync(table, query)).ShouldBe([4, 3, 2, 1, 0]);
    }

    [Fact]
    public async Task A_keys_only_index_gives_the_keys()
    {
        var table = await NewProjectedTableAsync(IndexProjection.KeysOnly, new Delivery("a", 1, "sent", "note"));

        (await table.QueryAsync(DocumentQuery.ByStatus("sent"), Cancellation).SingleAsync(Cancellation)).Note.ShouldBeNull();
    }

    [Fact]
    public async Task An_index_gives_the_attributes_it_includes()
    {
        var table = await NewProjectedTableAsync(IndexProjection.Include("Note"), new Delivery("a", 1, "sent", "note", "more"));

        var found = await table.QueryAsync(DocumentQuery.ByStatus("sent"), Cancellation).SingleAsync(Cancellation);

        found.ShouldBe(new Delivery("a", 1, "sent", "note"));
    }

    [Fact]
    public async Task An_index_without_a_range_key_finds_all_documents_of_a_status()
    {
        var schema = new DocumentSchema(tableName, new("Stream"), StatusIndex: new("by-status", "Status"));
        var table = new DocumentTable<Delivery>(dynalite.Client, schema, Mapping);
        await table.CreateIfNotExistsAsync(Cancellation);
        await table.PutBatchAsync([new("a", 1, "sent"), new("b", 2, "failed"), new("c", 3, "sent")], Cancellation);

        (await NumbersAsync(table, DocumentQuery.ByStatus("sent") with { PageSize = 1 })).ShouldBe([1, 3], ignoreOrder: true);
    }

    [Fact]
    public async Task A_batch_writes_more_documents_than_one_call_takes()
    {
        var deliveries = Enumerable.Range(0, 60).Select(number => new Delivery($"{number % 7}", number, "sent")).ToArray();

        var table = await NewTableAsync(deliveries);

        (await table.ListAsync(Cancellation).ToListAsync(Cancellation)).ShouldBe(deliveries, ignoreOrder: true);
    }

    [Fact]
    public async Task A_document_without_a_status_is_not_in_the_index()
    {
        var table = await NewTableAsync(new Delivery("a", 1, null), new Delivery("a", 2, "sent"));

        (await NumbersAsync(table, DocumentQuery.ByStatus("sent"))).ShouldBe([2]);
    }

    [Fact]
    public async Task Keys_that_do_not_fit_the_schema_are_refused()
    {
        var table = NewTable(null);
        var plain = new DocumentTable<Delivery>(dynalite.Client, new(tableName, new("Stream")), Mapping);

        (await Should.ThrowAsync<ArgumentException>(() => table.GetAsync(new("a"), Cancellation))).Message.ShouldContain("'Number'");
        await Should.ThrowAsync<ArgumentException>(() => plain.GetAsync(new("a", "1"), Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => plain.QueryPageAsync(DocumentQuery.ByStatus("sent"), null, Cancellation));
        await Should.ThrowAsync<ArgumentException>(
            () => plain.QueryPageAsync(DocumentQuery.ByKey("a") with { Since = "1" }, null, Cancellation));
    }

    [Fact]
    public async Task An_item_that_is_no_document_is_unreadable()
    {
        var table = await NewTableAsync();
        var number = new AttributeValue { N = "1" };
        var item = new Dictionary<string, AttributeValue> { ["Stream"] = new("a"), ["Number"] = number, ["Note"] = number };
        await dynalite.Client.PutItemAsync(tableName, item, Cancellation);

        var failure = await Should.ThrowAsync<TableException>(() => table.GetAsync(new("a", "1"), Cancellation));

        failure.Reason.ShouldBe(TableFailure.Unreadable);
    }

    [Fact]
    public async Task Explicit_functions_map_as_well_as_json()
    {
        var mapping = new DocumentMapping<string>(
            text => new() { ["id"] = new(text), ["length"] = new() { N = $"{text.Length}" } },
            item => item["id"].S);
        var table = new DocumentTable<string>(dynalite.Client, new(tableName, new("id")), mapping);
        await table.CreateIfNotExistsAsync(Cancellation);

        await table.PutAsync("hello", Cancellation);

        (await table.GetAsync(new("hello"), Cancellation)).ShouldBe("hello");
    }

    [Fact]
    public async Task A_mapping_that_only_writes_says_so_when_it_is_read()
    {
        var mapping = new DocumentMapping<string>(text => new() { ["id"] = new(text) });
        var table = new DocumentTable<string>(dynalite.Client, new(tableName, new("id")), mapping);
        await table.CreateIfNotExistsAsync(Cancellation);
        await table.PutBatchAsync(["hello"], Cancellation);

        var failure = await Should.ThrowAsync<NotSupportedException>(() => table.GetAsync(new("hello"), Cancellation));

        failure.Message.ShouldContain("FromItem");
    }

    private static async Task<List<int>> NumbersAsync(DocumentTable<Delivery> table, DocumentQuery query) =>
        await table.QueryAsync(query, Cancellation).Select(delivery => delivery.Number).ToListAsync(Cancellation);

    private DocumentTable<Delivery> NewTable(IndexProjection? projection)
    {
        var range = new TableKey("Number", IsNumber: true);
        var schema = new DocumentSchema(tableName, new("Stream"), range, new StatusIndex("by-status", "Status", range, projection));
        return new(dynalite.Client, schema, Mapping, new TableOptions { ConsistentReads = true });
    }

    private Task<DocumentTable<Delivery>> NewTableAsync(params Delivery[] deliveries) => NewProjectedTableAsync(null, deliveries);

    private async Task<DocumentTable<Delivery>> NewProjectedTableAsync(IndexProjection? projection, params Delivery[] deliveries)
    {
        var table = NewTable(projection);
        await table.CreateIfNotExistsAsync(Cancellation);
        await table.PutBatchAsync(deliveries, Cancellation);
        return table;
    }

    internal sealed record Delivery(string Stream, int Number, string? Status, string? Note = null, string? More = null);

    [JsonSerializable(typeof(Delivery))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    internal sealed partial class DeliveryJson : JsonSerializerContext;
}
