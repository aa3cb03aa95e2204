using Amazon.DynamoDBv2;
using LocalAws.DynamoDb;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(SkillFunction.Tests.EndToEnd.LocalAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>One dynalite with the tables as they are deployed.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    private Dynalite? dynalite;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    internal string Address => dynalite!.Address;

    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("skill-tests-");

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        dynalite = await Dynalite.StartAsync(Path.Combine(Folder.FullName, "dynamodb"), cancellationToken);
        DynamoDb = LocalClients.DynamoDb(Address);
        await new LocalTables(DynamoDb).PrepareAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        DynamoDb?.Dispose();
        if (dynalite is not null)
        {
            await dynalite.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }
}
