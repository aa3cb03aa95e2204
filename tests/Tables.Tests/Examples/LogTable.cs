using Amazon.DynamoDBv2;

namespace Tables.Tests.Examples;

/// <summary>Log messages, found by their time or by their status: a document table.</summary>
internal sealed class LogTable(IAmazonDynamoDB dynamoDb, string tableName = "Log")
{
    private readonly DocumentTable<LogEntry> table = new(dynamoDb, Schema(tableName), DocumentMapping.Json(LogJson.Default.LogEntry));

    public static DocumentSchema Schema(string tableName) => new(
        tableName,
        PartitionKey: new TableKey("updated_at"),
        StatusIndex: new StatusIndex("Status", StatusAttribute: "status", SortKey: new TableKey("updated_at")),
        Provisioned: new ProvisionedCapacity(ReadUnits: 10, WriteUnits: 10));

    public Task CreateAsync(CancellationToken cancellationToken) => table.CreateIfNotExistsAsync(cancellationToken);

    public async Task<bool> AddAsync(LogEntry entry, CancellationToken cancellationToken) =>
        await table.PutIfAbsentAsync(entry, cancellationToken) == WriteResult.Written;

    public Task<LogEntry?> GetAsync(string updatedAt, CancellationToken cancellationToken) =>
        table.GetAsync(new(updatedAt), cancellationToken);

    public async Task<bool> SetStatusAsync(string updatedAt, string status, CancellationToken cancellationToken) =>
        await table.UpdateAsync(new(updatedAt), new() { ["status"] = status }, cancellationToken) == WriteResult.Written;

    public IAsyncEnumerable<LogEntry> FindByStatusAsync(string status, CancellationToken cancellationToken) =>
        table.QueryAsync(DocumentQuery.ByStatus(status), cancellationToken);

    public IAsyncEnumerable<LogEntry> FindByTimeAndStatusAsync(string updatedAt, string status, CancellationToken cancellationToken) =>
        table.QueryAsync(DocumentQuery.ByKeyAndStatus(updatedAt, status), cancellationToken);
}
