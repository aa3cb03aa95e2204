using System.Text.Json.Serialization;
using Amazon.DynamoDBv2;
using Tables;

namespace DogLog;

public sealed record LogEntry(string UpdatedAt, string Status, string Message);

[JsonSerializable(typeof(LogEntry))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]   // updated_at, status, message
internal sealed partial class DogLogJson : JsonSerializerContext;

public static class Program
{
    public static async Task WriteAsync(IAmazonDynamoDB dynamoDb, TextWriter output)
    {
        var schema = new DocumentSchema(
            "Log",
            new TableKey("updated_at"),
            StatusIndex: new StatusIndex("Status", "status", SortKey: new TableKey("updated_at")));
        var log = new DocumentTable<LogEntry>(dynamoDb, schema, DocumentMapping.Json(DogLogJson.Default.LogEntry));

        await log.CreateIfNotExistsAsync();
        await log.PutIfAbsentAsync(new LogEntry("2026-03-02T08:00:00Z", "open", "The dog barked."));
        await foreach (var entry in log.QueryAsync(DocumentQuery.ByStatus("open")))   // newest first
        {
            await output.WriteLineAsync(entry.Message);
        }
    }
}
