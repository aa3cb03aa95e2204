using Amazon.DynamoDBv2;

namespace LocalEmulator.Services;

/// <summary>The tables of a data folder, without the rest of the emulator: for commands that only read them.</summary>
internal sealed class LocalDatabase : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly NodeProcess dynalite;
    private readonly AmazonDynamoDBClient dynamoDb;

    private LocalDatabase(DataFolder folder, NodeProcess dynalite)
    {
        (this.folder, this.dynalite) = (folder, dynalite);
        dynamoDb = LocalClients.DynamoDb(dynalite.Address);
        Tables = new LocalTables(dynamoDb);
    }

    /// <summary>The tables.</summary>
    public LocalTables Tables { get; }

    /// <summary>Opens the tables of a data folder; those that are missing are created.</summary>
    /// <param name="dataDirectory">The data folder, created if it is missing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The open database.</returns>
    /// <exception cref="EmulatorException">The folder is in use, or DynamoDB's emulation does not start.</exception>
    public static async Task<LocalDatabase> OpenAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var folder = DataFolder.Lock(dataDirectory);
        LocalDatabase? database = null;
        try
        {
            database = new LocalDatabase(folder, await NodeProcess.StartAsync("dynalite.mjs", [folder.Find("dynamodb")], cancellationToken));
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        dynamoDb.Dispose();
        await dynalite.DisposeAsync();
        folder.Dispose();
    }
}
