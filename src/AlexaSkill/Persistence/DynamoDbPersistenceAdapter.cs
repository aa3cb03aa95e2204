using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Tables;

namespace AlexaSkill.Persistence;

/// <summary>Keeps attributes in a DynamoDB table, as items that the ASK SDKs read and write too.</summary>
/// <param name="dynamoDb">The client; its owner disposes of it.</param>
/// <param name="options">Where and how the attributes lie.</param>
/// <param name="timeProvider">The clock that time to live goes by; null for the system's.</param>
public sealed class DynamoDbPersistenceAdapter(
    IAmazonDynamoDB dynamoDb, DynamoDbPersistenceOptions options, TimeProvider? timeProvider = null) : IPersistenceAdapter
{
    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;

    /// <summary>Creates the table with on-demand capacity where it is absent, and waits until it is ACTIVE.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether this call created it.</returns>
    /// <exception cref="PersistenceException">It has another key, is not ACTIVE after five minutes, or a call failed.</exception>
    public Task<bool> EnsureTableAsync(CancellationToken cancellationToken = default) =>
        new AttributesTable(dynamoDb, options, time).EnsureAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var get = new GetItemRequest { TableName = options.TableName, Key = KeyOf(request), ConsistentRead = true };
        var response = await dynamoDb.GetItemAsync(get, cancellationToken).OrPersistenceErrorAsync("GetItem", options);
        var item = response.Item ?? [];
        return new StoredAttributes(IsExpired(item) ? [] : Values(item), Version(item));
    }

    /// <inheritdoc/>
    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        var put = new PutItemRequest { TableName = options.TableName, Item = KeyOf(request) };
        put.Item[options.AttributesName] = ToMap(attributes.Values);
        if (options.TimeToLive is { } timeToLive)
        {
            var end = (time.GetUtcNow() + timeToLive).ToUnixTimeSeconds();
            put.Item[options.TimeToLiveName] = new AttributeValue { N = end.ToString(CultureInfo.InvariantCulture) };
        }

        var saved = attributes with { Version = null };
        if (options.VersionName is { } name)
        {
            saved = attributes with { Version = Guid.NewGuid().ToString("N") };
            put.Item[name] = new AttributeValue { S = saved.Version };
            Expect(put, name, attributes.Version);
        }

        await dynamoDb.PutItemAsync(put, cancellationToken).OrPersistenceErrorAsync("PutItem", options);
        return saved;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var delete = new DeleteItemRequest { TableName = options.TableName, Key = KeyOf(request) };
        return dynamoDb.DeleteItemAsync(delete, cancellationToken).OrPersistenceErrorAsync("DeleteItem", options);
    }

    private static void Expect(PutItemRequest put, string versionName, string? version)
    {
        if (version is null)
        {
            return;
        }

        put.ExpressionAttributeNames = new() { ["#version"] = versionName };
        put.ConditionExpression = "attribute_not_exists(#version)";
        if (version != StoredAttributes.NoVersion)
        {
            put.ConditionExpression = "#version = :version";
            put.ExpressionAttributeValues = new() { [":version"] = new AttributeValue { S = version } };
        }
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

    private Dictionary<string, AttributeValue> KeyOf(RequestEnvelope request) =>
        new() { [options.KeyName] = new AttributeValue { S = options.KeyGenerator.KeyOf(request) } };

    // DynamoDB deletes an item some time after its end, within days.
    private bool IsExpired(Dictionary<string, AttributeValue> item) => options.TimeToLive is not null
        && item.TryGetValue(options.TimeToLiveName, out var end)
        && long.TryParse(end.N, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= time.GetUtcNow().ToUnixTimeSeconds();

    private JsonObject Values(Dictionary<string, AttributeValue> item) => item.GetValueOrDefault(options.AttributesName) switch
    {
        null or { NULL: true } => [],
        { IsMSet: true } map => StoredJson.Read(AttributeJson.ToUtf8(map).Span),
        _ => throw new PersistenceException(
            PersistenceFailure.Unreadable,
            $"An item of table '{options.TableName}' holds '{options.AttributesName}' of another type than M (a map). "
            + "Another program writes this table: give one of them a table, or an attribute, of its own, and delete the item."),
    };

    private string? Version(Dictionary<string, AttributeValue> item) =>
        options.VersionName is { } name ? item.GetValueOrDefault(name)?.S ?? StoredAttributes.NoVersion : null;
}
