using Amazon.DynamoDBv2;
using Analytics;
using Tables;

namespace LocalEmulator.Services;

/// <summary>The tables that the stack deploys.</summary>
/// <param name="dynamoDb">A client of the emulated DynamoDB.</param>
/// <param name="skill">The skill whose tables they are.</param>
public sealed class LocalTables(IAmazonDynamoDB dynamoDb, SkillDefinition skill)
{
    internal KeyValueTable<string> Breeds => Table(Names.BreedsTable, BreedCatalog.KeyAttribute);

    internal DocumentTable<DeliveryLogEntry> Deliveries { get; } = new(
        dynamoDb,
        new DocumentSchema(
            skill.Names.DeliveryLogTable,
            new TableKey(DeliveryLogEntry.KeyAttribute),
            StatusIndex: new StatusIndex(
                DeliveryLogEntry.StatusIndex, DeliveryLogEntry.StatusAttribute, new TableKey(DeliveryLogEntry.TimeAttribute))),
        DocumentMapping.Json(AnalyticsJson.Default.DeliveryLogEntry));

    /// <summary>Creates the tables that are missing, and makes Pet Match's table of breeds hold what the catalog says.</summary>
    /// <param name="cancellationToken">A token to cancel the work.</param>
    /// <returns>A task that completes when all can be used.</returns>
    /// <exception cref="EmulatorException">A table has another shape, or DynamoDB does not answer.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                Table(skill.Names.HitsTable, Columns.RequestId).CreateIfNotExistsAsync(cancellationToken),
                Table(skill.Names.AttributesTable, Names.AttributesKey).CreateIfNotExistsAsync(cancellationToken),
                Deliveries.CreateIfNotExistsAsync(cancellationToken),
                skill == SkillDefinition.PetMatch ? PrepareBreedsAsync(cancellationToken) : Task.CompletedTask);
        }
        catch (TableException unusable)
        {
            throw new EmulatorException(
                $"The tables cannot be used: {unusable.Message} Remove the data folder, or choose another one with --data.", unusable);
        }
    }

    private async Task PrepareBreedsAsync(CancellationToken cancellationToken)
    {
        var catalog = BreedCatalog.Parse(await File.ReadAllTextAsync(Repository.Find("catalog", "breeds.csv"), cancellationToken));
        await Breeds.CreateIfNotExistsAsync(cancellationToken);
        await FillAsync(Breeds, catalog, cancellationToken);
    }

    private static async Task FillAsync(
        KeyValueTable<string> breeds, IReadOnlyDictionary<string, string> catalog, CancellationToken cancellationToken)
    {
        var present = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (key, breed) in breeds.ListAsync(cancellationToken))
        {
            present.Add(key, breed);
        }

        foreach (var key in present.Keys.Where(key => !catalog.ContainsKey(key)))
        {
            await breeds.RemoveAsync(key, cancellationToken);
        }

        await breeds.PutBatchAsync(catalog.Where(breed => present.GetValueOrDefault(breed.Key) != breed.Value), cancellationToken);
    }

    private KeyValueTable<string> Table(string name, string key) =>
        new(dynamoDb, new KeyValueSchema(name, key, BreedCatalog.ValueAttribute), ValueMapping.Text);
}
