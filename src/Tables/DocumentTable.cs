using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>
/// A DynamoDB table of documents, each with its keys among its attributes. All methods throw <see cref="TableException"/> where DynamoDB
/// cannot serve them.
/// </summary>
/// <typeparam name="TDocument">The documents' type.</typeparam>
/// <param name="dynamoDb">The client to use; it alone decides where the table lies.</param>
/// <param name="schema">The table's shape.</param>
/// <param name="mapping">How documents are stored.</param>
/// <param name="options">How to read, wait and try again; null is <see cref="TableOptions.Default"/>.</param>
public sealed class DocumentTable<TDocument>(
    IAmazonDynamoDB dynamoDb, DocumentSchema schema, DocumentMapping<TDocument> mapping, TableOptions? options = null)
    where TDocument : class
{
    private readonly TableItems items = new(dynamoDb, schema.TableName, schema.PartitionKey.Name, options ?? TableOptions.Default);
    private readonly DocumentRequests requests = new(schema);

    /// <summary>
    /// Creates the table with its index unless it is there, waits until both are ACTIVE, and turns its time to live on; the rest of an
    /// existing table stays.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether this call created it.</returns>
    public Task<bool> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        new TableCreator(dynamoDb, TableDefinition.Of(schema), schema.TimeToLiveAttribute, options ?? TableOptions.Default)
            .CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Reads a document.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The document, or null where the key is absent.</returns>
    /// <exception cref="ArgumentException">
    /// The key has a sort key and the table none, or the reverse; so with all methods that take a key.
    /// </exception>
    public async Task<TDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        await items.GetAsync(requests.Key(key), cancellationToken) is { } item ? ReadDocument(item) : null;

    /// <summary>Tells whether a key is there, without reading its document.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether it is there.</returns>
    public Task<bool> ExistsAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        items.ExistsAsync(requests.Key(key), cancellationToken);

    /// <summary>Writes a document, in place of an earlier one of its key.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the document is written.</returns>
    public Task PutAsync(TDocument document, CancellationToken cancellationToken = default) =>
        items.PutAsync(mapping.ToItem(document), cancellationToken);

    /// <summary>Writes a document unless its key is there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Written or KeyPresent; the latter also where the client repeated a write of its own whose answer was lost.</returns>
    public Task<WriteResult> PutIfAbsentAsync(TDocument document, CancellationToken cancellationToken = default) =>
        items.PutIfAbsentAsync(mapping.ToItem(document), cancellationToken);

    /// <summary>Writes many documents, 25 a call; what DynamoDB leaves out is sent again after a delay.</summary>
    /// <param name="documents">The documents; of several with the same key the last one counts.</param>
    /// <param name="cancellationToken">A token to cancel the operation; what is written until then stays.</param>
    /// <returns>A task that completes when every document is written.</returns>
    public Task PutBatchAsync(IEnumerable<TDocument> documents, CancellationToken cancellationToken = default) =>
        new BatchWriter(dynamoDb, schema.TableName, requests.KeyNames, options ?? TableOptions.Default)
            .PutAsync(documents.Select(mapping.ToItem), cancellationToken);

    /// <summary>Changes attributes of a document that is there; its other attributes stay.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="changes">The attributes' names and new values, stored by their JSON; null removes an attribute.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Written or KeyMissing.</returns>
    /// <exception cref="JsonException">A text in the changes is not valid Unicode, which DynamoDB does not store.</exception>
    public Task<WriteResult> UpdateAsync(DocumentKey key, JsonObject changes, CancellationToken cancellationToken = default) =>
        items.UpdateAsync(
            requests.Key(key),
            changes.ToDictionary(change => change.Key, change => change.Value is { } value ? AttributeJson.FromNode(value) : null),
            cancellationToken);

    /// <summary>Removes a document, if it is there.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the document is gone.</returns>
    public Task RemoveAsync(DocumentKey key, CancellationToken cancellationToken = default) =>
        items.RemoveAsync(requests.Key(key), cancellationToken);

    /// <summary>Lists all documents in no order, page by page; it reads the whole table.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The documents.</returns>
    public IAsyncEnumerable<TDocument> ListAsync(CancellationToken cancellationToken = default) =>
        Paging.AllAsync((token, cancellation) => ListPageAsync(null, token, cancellation), cancellationToken);

    /// <summary>Lists one page of documents, in no order.</summary>
    /// <param name="pageSize">The most documents of the page, from 1; null leaves it to DynamoDB's limit of 1 MB.</param>
    /// <param name="continuationToken">The token of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The token is not one that a page gave.</exception>
    public async Task<Page<TDocument>> ListPageAsync(
        int? pageSize, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        ReadPage(await items.ScanPageAsync(pageSize, continuationToken, cancellationToken));

    /// <summary>Finds documents by key, status or both, page by page, newest first where a sort key exists.</summary>
    /// <param name="query">Which documents.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The documents.</returns>
    public IAsyncEnumerable<TDocument> QueryAsync(DocumentQuery query, CancellationToken cancellationToken = default) =>
        Paging.AllAsync((token, cancellation) => QueryPageAsync(query, token, cancellation), cancellationToken);

    /// <summary>Finds one page of documents by key, status or both, newest first where a sort key exists.</summary>
    /// <param name="query">Which documents.</param>
    /// <param name="continuationToken">The token of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">
    /// The token is not one that a page gave, the schema has no index for the status, or no sort key for <see cref="DocumentQuery.Since"/>.
    /// </exception>
    public async Task<Page<TDocument>> QueryPageAsync(
        DocumentQuery query, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        ReadPage(await items.QueryPageAsync(requests.Query(query, continuationToken), cancellationToken));

    private Page<TDocument> ReadPage(Page<Dictionary<string, AttributeValue>> page) =>
        new([.. page.Items.Select(ReadDocument)], page.ContinuationToken);

    private static NotSupportedException WriteOnly() =>
        new($"The mapping of {typeof(TDocument).Name} only writes; give it a {nameof(mapping.FromItem)} to read.");

    private TDocument ReadDocument(Dictionary<string, AttributeValue> item)
    {
        try
        {
            return (mapping.FromItem ?? throw WriteOnly())(item);
        }
        catch (Exception garbage) when (garbage is FormatException or JsonException)
        {
            throw new TableException(
                TableFailure.Unreadable,
                $"An item in table '{schema.TableName}' is no {typeof(TDocument).Name}: {garbage.Message}",
                garbage);
        }
    }
}
