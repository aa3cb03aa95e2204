using System.Net;
using System.Text.Json;

namespace LocalAws.DynamoDb;

/// <summary>The streamed table as dynalite has it, read without a client's detours; its key is one attribute.</summary>
internal sealed class DynamoDbTable(HttpClient http, Task<Uri> upstream, string table, string keyAttribute)
{
    private const string JsonType = "application/x-amz-json-1.0";

    /// <summary>Reads items as they are now; null if DynamoDB refuses. A write has at most 25 items, a read 100.</summary>
    public async Task<Dictionary<string, JsonElement>?> ReadAsync(Dictionary<string, JsonElement> keys, DynamoDbWrite write)
    {
        var items = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var wanted = $"{{\"{table}\":{{\"ConsistentRead\":true,\"Keys\":[{string.Join(',', keys.Values.Select(Key))}]}}}}";
        while (wanted != "{}")
        {
            if (await CallAsync("BatchGetItem", $"{{\"RequestItems\":{wanted}}}") is not { } answer)
            {
                return null;
            }

            foreach (var item in answer.GetProperty("Responses").GetProperty(table).EnumerateArray())
            {
                if (write.TryGetKey(item, out var key, out _))
                {
                    items[key] = item;
                }
            }

            wanted = answer.GetProperty("UnprocessedKeys").GetRawText();
        }

        return items;
    }

    /// <summary>All items, page by page; none while there is no such table.</summary>
    public async IAsyncEnumerable<JsonElement> ScanAsync()
    {
        var start = "";
        do
        {
            if (await CallAsync("Scan", $"{{\"TableName\":\"{table}\",\"ConsistentRead\":true{start}}}") is not { } page)
            {
                yield break;
            }

            foreach (var item in page.GetProperty("Items").EnumerateArray())
            {
                yield return item;
            }

            start = page.TryGetProperty("LastEvaluatedKey", out var last) ? $",\"ExclusiveStartKey\":{last.GetRawText()}" : "";
        }
        while (start.Length > 0);
    }

    /// <summary>A key's attribute as an item's key.</summary>
    public string Key(JsonElement value) => $"{{\"{keyAttribute}\":{value.GetRawText()}}}";

    /// <summary>Lets an answer pass, unless it says that dynalite itself is broken, as it is when the disk is full.</summary>
    public static HttpResponseMessage Check(HttpResponseMessage response) => response.StatusCode < HttpStatusCode.InternalServerError
        ? response
        : throw new LocalAwsException(
            $"DynamoDB's emulation failed ({(int)response.StatusCode}): see that the data folder can be written to and its disk is not full.");

    private async Task<JsonElement?> CallAsync(string operation, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, await upstream) { Content = new StringContent(json) };
        request.Content.Headers.ContentType = new(JsonType);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20200101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=stream, SignedHeaders=host, Signature=none");
        using var response = Check(await http.SendAsync(request));
        return response.StatusCode == HttpStatusCode.OK ? JsonElement.Parse(await response.Content.ReadAsByteArrayAsync()) : null;
    }
}
