using Amazon.DynamoDBv2;
using Analytics;
using LocalEmulator;
using LocalEmulator.Services;

[assembly: AssemblyFixture(typeof(SkillFunction.Tests.EndToEnd.LocalAwsFixture))]

namespace SkillFunction.Tests.EndToEnd;

/// <summary>One dynalite with the tables as they are deployed.</summary>
public class LocalAwsFixture : IAsyncLifetime
{
    private readonly DynaliteFixture dynalite = new();

    public IAmazonDynamoDB DynamoDb => dynalite.Client;

    internal string Address => dynalite.Address;

    /// <summary>What starts the function: a program and its arguments.</summary>
    public virtual Task<string[]> CommandAsync() => Task.FromResult<string[]>(["dotnet", Repository.FunctionAssembly("SkillFunction")]);

    internal TemporaryFolder Folder { get; } = new("skill-tests-");

    public async ValueTask InitializeAsync()
    {
        await dynalite.InitializeAsync();
        await new LocalTables(DynamoDb, SkillDefinition.PetMatch).PrepareAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await dynalite.DisposeAsync();
        Folder.Dispose();
    }
}
