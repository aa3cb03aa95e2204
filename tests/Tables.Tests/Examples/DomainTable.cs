using Amazon.DynamoDBv2;

namespace Tables.Tests.Examples;

/// <summary>Which domain a URL belongs to: a key-value table.</summary>
internal sealed class DomainTable(IAmazonDynamoDB dynamoDb, string tableName = "Domain")
{
    private readonly KeyValueTable<string> table = new(dynamoDb, Schema(tableName), ValueMapping.Text);

    public static KeyValueSchema Schema(string tableName) => new(
        tableName,
        KeyAttribute: "url",
        ValueAttribute: "domain",
        Provisioned: new ProvisionedCapacity(ReadUnits: 10, WriteUnits: 10));

    public Task CreateAsync(CancellationToken cancellationToken) => table.CreateIfNotExistsAsync(cancellationToken);

    public Task SetDomainAsync(Uri url, string domain, CancellationToken cancellationToken) =>
        table.PutAsync(url.AbsoluteUri, domain, cancellationToken);

    public Task<string?> GetDomainAsync(Uri url, CancellationToken cancellationToken) => table.GetAsync(url.AbsoluteUri, cancellationToken);

    public Task ForgetAsync(Uri url, CancellationToken cancellationToken) => table.RemoveAsync(url.AbsoluteUri, cancellationToken);

    public IAsyncEnumerable<KeyValuePair<string, string>> ListAsync(CancellationToken cancellationToken) =>
        table.ListAsync(cancellationToken);
}
