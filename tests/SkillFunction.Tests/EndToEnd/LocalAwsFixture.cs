using Amazon.DynamoDBv2;
using LocalEmulator;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(SkillFunction.Tests.EndToEnd.LocalAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>One dynalite with the tables as they are deployed.</summary>
public class LocalAwsFixture : IAsyncLifetime
{
    private NodeProcess? node;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    internal string Address => node!.Address;

    /// <summary>What starts the function: a program and its arguments.</summary>
    public virtual Task<string[]> CommandAsync() => Task.FromResult<string[]>(["dotnet", Repository.FunctionAssembly("SkillFunction")]);

    internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("skill-tests-");

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        node = await NodeProcess.StartAsync("dynalite.mjs", [Path.Combine(Folder.FullName, "dynamodb")], cancellationToken);
        DynamoDb = LocalClients.DynamoDb(Address);
        await new LocalTables(DynamoDb).PrepareAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        DynamoDb?.Dispose();
        if (node is not null)
        {
            await node.DisposeAsync();
        }

        Folder.Delete(recursive: true);
    }
}
