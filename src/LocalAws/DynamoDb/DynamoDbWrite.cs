using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LocalAws.DynamoDb;

/// <summary>Finds the items that a request writes.</summary>
internal sealed class DynamoDbWrite(string table, string keyAttribute)
{
    /// <summary>The keys of the items in the table that a request writes.</summary>
    public Dictionary<string, JsonElement> Keys(string operation, ReadOnlyMemory<byte> body)
    {
        var keys = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        try
        {
            foreach (var item in Items(operation, body))
            {
                if (TryGetKey(item, out var text, out var key))
                {
                    keys[text] = key;
                }
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // DynamoDB tells the caller.
            keys.Clear();
        }

        return keys;
    }

    /// <summary>Finds an item's key.</summary>
    public bool TryGetKey(JsonElement item, [NotNullWhen(true)] out string? text, out JsonElement key)
    {
        text = item.TryGetProperty(keyAttribute, out key)
            && key.EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.String } typed
                ? $"{typed.Name}{typed.Value.GetString()}"
                : null;
        return text is not null;
    }

    private IEnumerable<JsonElement> Items(string operation, ReadOnlyMemory<byte> body) => operation switch
    {
        "PutItem" => Single(JsonElement.Parse(body.Span), "Item"),
        "UpdateItem" or "DeleteItem" => Single(JsonElement.Parse(body.Span), "Key"),
        "BatchWriteItem" => Batch(JsonElement.Parse(body.Span)),
        _ => [],
    };

    private IEnumerable<JsonElement> Single(JsonElement request, string property) =>
        request.TryGetProperty("TableName", out var name) && name.ValueEquals(table) && request.TryGetProperty(property, out var item)
            ? [item]
            : [];

    private IEnumerable<JsonElement> Batch(JsonElement request)
    {
        if (!request.TryGetProperty("RequestItems", out var tables) || !tables.TryGetProperty(table, out var writes))
        {
            yield break;
        }

        foreach (var write in writes.EnumerateArray())
        {
            if (write.TryGetProperty("PutRequest", out var put) && put.TryGetProperty("Item", out var item))
            {
                yield return item;
            }
            else if (write.TryGetProperty("DeleteRequest", out var delete) && delete.TryGetProperty("Key", out var key))
            {
                yield return key;
            }
        }
    }
}
