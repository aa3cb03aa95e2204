using Amazon.DynamoDBv2;
using Analytics;
using LocalAws.DynamoDb;

namespace LocalEmulator.Services;

/// <summary>The tables of a data folder, without the rest of the emulator: for commands that need no other part.</summary>
internal sealed class LocalDatabase : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly Dynalite dynalite;
    private readonly AmazonDynamoDBClient dynamoDb;

    private LocalDatabase(DataFolder folder, Dynalite dynalite, SkillDefinition skill)
    {
        (this.folder, this.dynalite) = (folder, dynalite);
        dynamoDb = LocalClients.DynamoDb(dynalite.Address);
        Tables = new LocalTables(dynamoDb, skill);
    }

    /// <summary>A client of DynamoDB.</summary>
    public IAmazonDynamoDB DynamoDb => dynamoDb;

    public LocalTables Tables { get; }

    /// <summary>Opens the tables of a data folder; those that are missing are created.</summary>
    public static async Task<LocalDatabase> OpenAsync(string dataDirectory, SkillDefinition skill, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Lock(dataDirectory);
        LocalDatabase? database = null;
        try
        {
            folder.RefuseEarlierLayout();
            database = new LocalDatabase(folder, await Dynalite.StartAsync(folder.Find("dynamodb"), cancellationToken), skill);
            await database.Tables.PrepareAsync(cancellationToken);
            return database;
        }
        catch
        {
            await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        dynamoDb.Dispose();
        await dynalite.DisposeAsync();
        folder.Dispose();
    }
}
