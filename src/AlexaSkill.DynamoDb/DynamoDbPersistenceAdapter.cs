using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Tables;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace AlexaSkill.DynamoDb;

/// <summary>
/// Keeps attributes in a DynamoDB table, as items that the ASK SDKs read and write too. What else an item holds stays as it is, and so do
/// the types of stored values that JSON lacks, as long as the values do not change.
/// </summary>
/// <param name="dynamoDb">The client; its owner disposes of it.</param>
/// <param name="options">Where and how the attributes lie.</param>
/// <param name="timeProvider">The clock that time to live goes by; null for the system's.</param>
public sealed class DynamoDbPersistenceAdapter(
    IAmazonDynamoDB dynamoDb, DynamoDbPersistenceOptions options, TimeProvider? timeProvider = null) : IPersistenceAdapter
{
    private static readonly TimeSpan MaxUnrenewed = TimeSpan.FromDays(1); // a use costs a write at most once in this time

    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;
    private readonly StoredItem layout = new(options);

    // Items as they stand: what they mean is for this library to say.
    private readonly DocumentTable<Item> table = new(
        dynamoDb,
        new DocumentSchema(
            options.TableName,
            new TableKey(options.KeyName),
            TimeToLiveAttribute: options.TimeToLive is null ? null : options.TimeToLiveName),
        new DocumentMapping<Item>(item => item, item => item),
        new TableOptions { ConsistentReads = true, TimeProvider = timeProvider ?? TimeProvider.System });

    /// <summary>
    /// Creates the table with on-demand capacity where it is absent, waits until it is ACTIVE, and turns its TTL on where the options have
    /// a time to live.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether this call created it.</returns>
    /// <exception cref="PersistenceException">It has another key, is not ACTIVE after five minutes, or a call failed.</exception>
    public Task<bool> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        table.CreateIfNotExistsAsync(cancellationToken).OrPersistenceErrorAsync(options);

    /// <inheritdoc/>
    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var key = new DocumentKey(options.KeyGenerator.KeyOf(request));
        var item = await table.GetAsync(key, cancellationToken).OrPersistenceErrorAsync(options) ?? [];
        var found = layout.Read(item);
        var left = TimeLeft(item);

        // DynamoDB deletes an item some time after its end, within days.
        return found.Map is null || left <= TimeSpan.Zero
            ? new StoredAttributes([], new StoredState(false, found))
            : new StoredAttributes(StoredJson.Read(AttributeJson.ToUtf8(found.Map).Span), new StoredState(true, found, IsDue(left)));
    }

    /// <inheritdoc/>
    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        var found = attributes.State?.Tag as ItemState;
        var saved = new ItemState(
            StoredTypes.Restore(ToMap(attributes.Values), found?.Map), new AttributeValue { S = Guid.NewGuid().ToString("N") });
        var update = new UpdateItemRequest
        {
            TableName = options.TableName,
            Key = KeyOf(request),
            ExpressionAttributeNames = new() { ["#map"] = options.AttributesName, ["#version"] = options.VersionName },
            ExpressionAttributeValues = new() { [":map"] = saved.Map, [":new"] = saved.Version },
            UpdateExpression = "SET #map = :map, #version = :new",
        };
        WriteTimeToLive(update);
        if (found is not null)
        {
            (update.ConditionExpression, var old) = found.Condition();
            if (old is not null)
            {
                update.ExpressionAttributeValues[ItemState.OldVersion] = old;
            }
        }

        await dynamoDb.UpdateItemAsync(update, cancellationToken)
            .OrTableErrorAsync(options.TableName, "UpdateItem").OrPersistenceErrorAsync(options);
        return attributes with { State = new StoredState(true, saved) };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        var delete = new DeleteItemRequest { TableName = options.TableName, Key = KeyOf(request) };
        if (state?.Tag is ItemState found)
        {
            (delete.ConditionExpression, var old) = found.Condition();
            delete.ExpressionAttributeNames = new() { ["#version"] = options.VersionName };
            if (old is null)
            {
                delete.ExpressionAttributeNames["#map"] = options.AttributesName;
            }
            else
            {
                delete.ExpressionAttributeValues = new() { [ItemState.OldVersion] = old };
            }
        }

        return dynamoDb.DeleteItemAsync(delete, cancellationToken)
            .OrTableErrorAsync(options.TableName, "DeleteItem").OrPersistenceErrorAsync(options);
    }

    private static AttributeValue ToMap(JsonObject values)
    {
        try
        {
            return AttributeJson.Parse(StoredJson.Write(values).Span);
        }
        catch (JsonException tooDeep)
        {
            throw new PersistenceException(
                PersistenceFailure.Refused,
                "The attributes are nested too deeply for DynamoDB, which takes 32 levels. Store a flatter shape.",
                tooDeep);
        }
    }

    private Item KeyOf(RequestEnvelope request) =>
        new() { [options.KeyName] = new AttributeValue { S = options.KeyGenerator.KeyOf(request) } };

    private void WriteTimeToLive(UpdateItemRequest update)
    {
        update.ExpressionAttributeNames["#end"] = options.TimeToLiveName;
        if (options.TimeToLive is not { } timeToLive)
        {
            update.UpdateExpression += " REMOVE #end"; // an end that was set before the time to live was turned off
            return;
        }

        var end = (time.GetUtcNow() + timeToLive).ToUnixTimeSeconds();
        update.ExpressionAttributeValues[":end"] = new AttributeValue { N = end.ToString(CultureInfo.InvariantCulture) };
        update.UpdateExpression += ", #end = :end";
    }

    private TimeSpan? TimeLeft(Item item) => options.TimeToLive is not null
        && item.TryGetValue(options.TimeToLiveName, out var end)
        && long.TryParse(end.N, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds - time.GetUtcNow().ToUnixTimeSeconds())
            : null;

    // An item without an end was saved before there was a time to live.
    private bool IsDue(TimeSpan? left) => options.TimeToLive is { } timeToLive
        && (left is null || timeToLive - left >= (timeToLive / 2 < MaxUnrenewed ? timeToLive / 2 : MaxUnrenewed));
}
