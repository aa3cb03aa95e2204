using Amazon.DynamoDBv2;
using LocalAws.DynamoDb;
using LocalEmulator;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(SkillFunction.Tests.EndToEnd.LocalAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>One dynalite with the tables as they are deployed.</summary>
public class LocalAwsFixture : IAsyncLifetime
{
    private Dynalite? dynalite;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    internal string Address => dynalite!.Address;

    /// <summary>What starts the function: a program and its arguments.</summary>
    public virtual Task<string[]> CommandAsync() => Task.FromResult<string[]>(["dotnet", Repository.FunctionAssembly("SkillFunction")]);

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
        GC.SuppressFinalize(this);
        DynamoDb?.Dispose();
        if (dynalite is not null)
        {
            await dynalite.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }
}
