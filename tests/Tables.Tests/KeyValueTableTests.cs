using System.Text.Json.Serialization;

namespace Tables.Tests;

public sealed partial class KeyValueTableTests(DynaliteFixture dynalite)
{
    private readonly KeyValueSchema schema = new(DynaliteFixture.NewTableName());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_is_read_as_it_was_put()
    {
        var table = await NewTableAsync();

        await table.PutAsync("a", "first", Cancellation);
        await table.PutAsync("a", "second", Cancellation);
        await table.PutAsync("empty", string.Empty, Cancellation);

        (await table.GetAsync("a", Cancellation)).ShouldBe("second");
        (await table.GetAsync("empty", Cancellation)).ShouldBe(string.Empty);
    }

    [Fact]
    public async Task An_absent_key_gives_null_and_does_not_exist()
    {
        var table = await NewTableAsync();

        (await table.GetAsync("a", Cancellation)).ShouldBeNull();
        (await table.ExistsAsync("a", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Put_if_absent_leaves_the_value_of_a_key_that_is_present()
    {
        var table = await NewTableAsync();

        (await table.PutIfAbsentAsync("a", "first", Cancellation)).ShouldBe(WriteResult.Written);
        (await table.PutIfAbsentAsync("a", "second", Cancellation)).ShouldBe(WriteResult.KeyPresent);

        (await table.GetAsync("a", Cancellation)).ShouldBe("first");
    }

    [Fact]
    public async Task Update_changes_only_a_key_that_is_present()
    {
        var table = await NewTableAsync();
        await table.PutAsync("a", "first", Cancellation);

        (await table.UpdateAsync("a", "second", Cancellation)).ShouldBe(WriteResult.Written);
        (await table.UpdateAsync("b", "second", Cancellation)).ShouldBe(WriteResult.KeyMissing);

        (await table.GetAsync("a", Cancellation)).ShouldBe("second");
        (await table.ExistsAsync("b", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Remove_takes_a_key_away_and_is_content_with_an_absent_one()
    {
        var table = await NewTableAsync();
        await table.PutAsync("a", "value", Cancellation);
        (await table.ExistsAsync("a", Cancellation)).ShouldBeTrue();

        await table.RemoveAsync("a", Cancellation);
        await table.RemoveAsync("a", Cancellation);

        (await table.ExistsAsync("a", Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_batch_writes_more_values_than_one_call_takes_and_the_list_gives_them_all()
    {
        var table = await NewTableAsync();
        var values = Enumerable.Range(0, 60).ToDictionary(number => $"key {number}", number => $"value {number}");

        await table.PutBatchAsync(values, Cancellation);

        (await table.ListAsync(Cancellation).ToListAsync(Cancellation)).ShouldBe(values, ignoreOrder: true);
    }

    [Fact]
    public async Task Of_several_values_of_one_key_in_a_batch_the_last_counts()
    {
        var table = await NewTableAsync();

        await table.PutBatchAsync([new("a", "first"), new("b", "other"), new("a", "second")], Cancellation);

        (await table.GetAsync("a", Cancellation)).ShouldBe("second");
    }

    [Fact]
    public async Task Pages_follow_each_other_by_their_tokens()
    {
        var table = await NewTableAsync();
        await table.PutBatchAsync(Enumerable.Range(0, 7).Select(number => KeyValuePair.Create($"key {number}", "value")), Cancellation);

        var (keys, sizes, token) = (new List<string>(), new List<int>(), default(string));
        do
        {
            var page = await table.ListPageAsync(3, token, Cancellation);
            keys.AddRange(page.Items.Select(pair => pair.Key));
            sizes.Add(page.Items.Count);
            token = page.ContinuationToken;
        }
        while (token is not null);

        sizes.ShouldBe([3, 3, 1]);
        keys.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 7).Select(number => $"key {number}"));
    }

    [Theory]
    [InlineData("garbage!")]
    [InlineData("MQ")]
    [InlineData("")]
    [InlineData("ü")]
    public async Task A_token_of_no_page_is_refused(string token)
    {
        var table = await NewTableAsync();

        await Should.ThrowAsync<ArgumentException>(() => table.ListPageAsync(1, token, Cancellation));
    }

    [Fact]
    public async Task Numbers_are_values_too_and_an_absent_key_is_no_zero()
    {
        var table = new KeyValueTable<int?>(dynalite.Client, schema, ValueMapping.Json(NumberJson.Default.NullableInt32));
        await table.CreateIfNotExistsAsync(Cancellation);

        await table.PutAsync("none left", 0, Cancellation);

        (await table.GetAsync("none left", Cancellation)).ShouldBe(0);
        (await table.GetAsync("never counted", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Records_are_stored_by_their_source_generated_json()
    {
        var table = new KeyValueTable<Breed>(dynalite.Client, schema, ValueMapping.Json(BreedJson.Default.Breed));
        await table.CreateIfNotExistsAsync(Cancellation);
        var breed = new Breed("Saluki", 27.5m, ["hound", string.Empty], null);

        await table.PutAsync("a", breed, Cancellation);

        var read = await table.GetAsync("a", Cancellation);
        read.ShouldNotBeNull().Groups.ShouldBe(breed.Groups);
        (read with { Groups = breed.Groups }).ShouldBe(breed);
        var item = await dynalite.Client.GetItemAsync(schema.TableName, new() { ["key"] = new("a") }, Cancellation);
        item.Item["value"].M["Weight"].N.ShouldBe("27.5");
    }

    [Fact]
    public async Task A_value_of_another_type_is_unreadable()
    {
        var table = await NewTableAsync();
        await dynalite.Client.PutItemAsync(schema.TableName, new() { ["key"] = new("n"), ["value"] = new() { N = "1" } }, Cancellation);
        await dynalite.Client.PutItemAsync(schema.TableName, new() { ["key"] = new("none") }, Cancellation);

        (await Should.ThrowAsync<TableException>(() => table.GetAsync("n", Cancellation))).Reason.ShouldBe(TableFailure.Unreadable);
        (await Should.ThrowAsync<TableException>(() => table.GetAsync("none", Cancellation))).Reason.ShouldBe(TableFailure.Unreadable);
    }

    [Fact]
    public async Task A_missing_table_is_named()
    {
        var table = new KeyValueTable<string>(dynalite.Client, schema, ValueMapping.Text);

        var failure = await Should.ThrowAsync<TableException>(() => table.GetAsync("a", Cancellation));

        failure.Reason.ShouldBe(TableFailure.TableMissing);
        failure.Message.ShouldContain(schema.TableName);
    }

    [Fact]
    public async Task An_item_above_400_KB_is_too_large()
    {
        var table = await NewTableAsync();
        var value = new string('x', 410_000);

        await table.PutAsync("a", "small", Cancellation);

        var put = await Should.ThrowAsync<TableException>(() => table.PutAsync("a", value, Cancellation));
        var update = await Should.ThrowAsync<TableException>(() => table.UpdateAsync("a", value, Cancellation));
        var batch = await Should.ThrowAsync<TableException>(() => table.PutBatchAsync([new("a", value)], Cancellation));

        put.Reason.ShouldBe(TableFailure.ItemTooLarge);
        update.Reason.ShouldBe(TableFailure.ItemTooLarge);
        batch.Reason.ShouldBe(TableFailure.ItemTooLarge);
    }

    [Fact]
    public async Task An_empty_key_is_refused_with_the_reason_of_the_service()
    {
        var table = await NewTableAsync();

        var failure = await Should.ThrowAsync<TableException>(() => table.PutAsync(string.Empty, "value", Cancellation));

        failure.Reason.ShouldBe(TableFailure.Refused);
    }

    private async Task<KeyValueTable<string>> NewTableAsync()
    {
        var table = new KeyValueTable<string>(dynalite.Client, schema, ValueMapping.Text, new TableOptions { ConsistentReads = true });
        await table.CreateIfNotExistsAsync(Cancellation);
        return table;
    }

    internal sealed record Breed(string Name, decimal Weight, IReadOnlyList<string> Groups, string? Origin);

    [JsonSerializable(typeof(Breed))]
    internal sealed partial class BreedJson : JsonSerializerContext;

    [JsonSerializable(typeof(int?))]
    private sealed partial class NumberJson : JsonSerializerContext;
}
