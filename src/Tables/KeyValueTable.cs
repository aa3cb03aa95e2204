using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>A DynamoDB table of one value a key. All methods throw <see cref="TableException"/> where DynamoDB cannot serve them.</summary>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <param name="dynamoDb">The client to use; it alone decides where the table lies.</param>
/// <param name="schema">The table's shape.</param>
/// <param name="mapping">How values are stored.</param>
/// <param name="options">How to read, wait and try again; null is <see cref="TableOptions.Default"/>.</param>
public sealed class KeyValueTable<TValue>(
    IAmazonDynamoDB dynamoDb, KeyValueSchema schema, ValueMapping<TValue> mapping, TableOptions? options = null)
{
    private readonly TableItems items = new(dynamoDb, schema.TableName, schema.KeyAttribute, options ?? TableOptions.Default);

    /// <summary>Creates the table unless it is there, waits until it is ACTIVE, and turns its time to live on; the rest of an existing table stays.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether this call created it.</returns>
    public Task<bool> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        new TableCreator(dynamoDb, TableDefinition.Of(schema), schema.TimeToLiveAttribute, options ?? TableOptions.Default)
            .CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Reads the value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value, or the type's default where the key is absent: a table of numbers tells 0 from absent as one of <c>int?</c>.</returns>
    public async Task<TValue?> GetAsync(string key, CancellationToken cancellationToken = default) =>
        await items.GetAsync(Key(key), cancellationToken) is { } item ? ReadValue(item) : default;

    /// <summary>Tells whether a key is there, without reading its value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether it is there.</returns>
    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
        items.ExistsAsync(Key(key), cancellationToken);

    /// <summary>Writes a value, in place of an earlier one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the value is written.</returns>
    public Task PutAsync(string key, TValue value, CancellationToken cancellationToken = default) =>
        items.PutAsync(Item(key, value), cancellationToken);

    /// <summary>Writes a value unless the key is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Written or KeyPresent; the latter also where the client repeated a write of its own whose answer was lost.</returns>
    public Task<WriteResult> PutIfAbsentAsync(string key, TValue value, CancellationToken cancellationToken = default) =>
        items.PutIfAbsentAsync(Item(key, value), cancellationToken);

    /// <summary>Writes many values, 25 a call; what DynamoDB leaves out is sent again after a delay.</summary>
    /// <param name="values">Keys and values; of several with the same key the last one counts.</param>
    /// <param name="cancellationToken">A token to cancel the operation; what is written until then stays.</param>
    /// <returns>A task that completes when every value is written.</returns>
    public Task PutBatchAsync(IEnumerable<KeyValuePair<string, TValue>> values, CancellationToken cancellationToken = default) =>
        new BatchWriter(dynamoDb, schema.TableName, [schema.KeyAttribute], options ?? TableOptions.Default)
            .PutAsync(values.Select(pair => Item(pair.Key, pair.Value)), cancellationToken);

    /// <summary>Changes the value of a key that is there; other attributes of its item stay.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The new value.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Written or KeyMissing.</returns>
    public Task<WriteResult> UpdateAsync(string key, TValue value, CancellationToken cancellationToken = default)
    {
        var change = new Dictionary<string, AttributeValue?> { [schema.ValueAttribute] = mapping.ToAttribute(value) };
        return items.UpdateAsync(Key(key), change, cancellationToken);
    }

    /// <summary>Removes a key, if it is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the key is gone.</returns>
    public Task RemoveAsync(string key, CancellationToken cancellationToken = default) => items.RemoveAsync(Key(key), cancellationToken);

    /// <summary>Lists all keys and values in no order, page by page; it reads the whole table.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Keys and values.</returns>
    public IAsyncEnumerable<KeyValuePair<string, TValue>> ListAsync(CancellationToken cancellationToken = default) =>
        Paging.AllAsync((token, cancellation) => ListPageAsync(null, token, cancellation), cancellationToken);

    /// <summary>Lists one page of keys and values, in no order.</summary>
    /// <param name="pageSize">The most items of the page, from 1; null leaves it to DynamoDB's limit of 1 MB.</param>
    /// <param name="continuationToken">The token of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The token is not one that a page gave.</exception>
    public async Task<Page<KeyValuePair<string, TValue>>> ListPageAsync(
        int? pageSize, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        var page = await items.ScanPageAsync(pageSize, continuationToken, cancellationToken);
        var pairs = page.Items.Select(item => KeyValuePair.Create(item[schema.KeyAttribute].S, ReadValue(item)));
        return new([.. pairs], page.ContinuationToken);
    }

    private Dictionary<string, AttributeValue> Key(string key) => new() { [schema.KeyAttribute] = new AttributeValue { S = key } };

    private Dictionary<string, AttributeValue> Item(string key, TValue value)
    {
        var item = Key(key);
        item.Add(schema.ValueAttribute, mapping.ToAttribute(value));
        return item;
    }

    private TValue ReadValue(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return item.TryGetValue(schema.ValueAttribute, out var value)
                ? mapping.FromAttribute(value)
                : throw new FormatException("It is missing.");
        }
        catch (Exception garbage) when (garbage is FormatException or JsonException)
        {
            throw new TableException(
                TableFailure.Unreadable,
                $"An item's '{schema.ValueAttribute}' in table '{schema.TableName}' is no {typeof(TValue).Name}: {garbage.Message}",
                garbage);
        }
    }
}
