using AlexaSkill.DynamoDb;
using AlexaSkill.Http;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using LocalAws.S3;
using LocalEmulator.Services;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>A store of each kind as a skill meets it: the variables that choose it, and a look at what it holds.</summary>
internal sealed class StoreOfUsers : IAsyncDisposable
{
    public const string Bucket = "users";
    public const string Token = "tester/pet-match";

    private readonly List<IAsyncDisposable> parts = [];

    /// <summary>What tells the function to use the store.</summary>
    public (string Name, string Value)[] Variables { get; private set; } = [];

    /// <summary>Everything that the store holds, as text.</summary>
    public Func<Task<string>> ReadAllAsync { get; private set; } = () => Task.FromResult("");

    /// <summary>Puts what is no set of attributes in the place of a user's.</summary>
    public Func<string, Task> SpoilAsync { get; private set; } = _ => Task.CompletedTask;

    public static Task<StoreOfUsers> StartAsync(string kind, LocalAwsFixture aws) => kind switch
    {
        "dynamodb" => Task.FromResult(Table(aws)),
        "s3" => BucketAsync(aws),
        _ => ServiceAsync(aws),
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
        {
            await part.DisposeAsync();
        }
    }

    private static StoreOfUsers Table(LocalAwsFixture aws) => new()
    {
        Variables = [("ATTRIBUTES_STORE", "dynamodb")],
        ReadAllAsync = () => ReadTableAsync(aws, ""),
        SpoilAsync = user => aws.DynamoDb.PutItemAsync(
            Names.AttributesTable,
            new() { ["id"] = new AttributeValue { S = user }, ["attributes"] = new AttributeValue { S = "garbage" } },
            TestContext.Current.CancellationToken),
    };

    private static async Task<StoreOfUsers> BucketAsync(LocalAwsFixture aws)
    {
        var folder = aws.Folder.Find($"{Guid.NewGuid():N}");
        var server = await S3Server.StartAsync(folder, [Bucket], TestContext.Current.CancellationToken);
        var address = server.Address;
        var s3 = LocalClients.S3(address);
        return new StoreOfUsers
        {
            parts = { new Closing(s3), server },
            Variables =
            [
                ("ATTRIBUTES_STORE", "s3"),
                ("ATTRIBUTES_BUCKET", Bucket),
                ("ATTRIBUTES_PREFIX", "pet-match"),
                ("AWS_ENDPOINT_URL_S3", address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)),
            ],
            ReadAllAsync = () => ReadBucketAsync(s3),
            SpoilAsync = user => s3.PutObjectAsync(
                new PutObjectRequest { BucketName = Bucket, Key = $"pet-match/{user}", ContentBody = "garbage", UseChunkEncoding = false },
                TestContext.Current.CancellationToken),
        };
    }

    private static async Task<StoreOfUsers> ServiceAsync(LocalAwsFixture aws)
    {
        var table = new DynamoDbPersistenceAdapter(aws.DynamoDb, new DynamoDbPersistenceOptions(Names.AttributesTable));
        var endpoint = new PersistenceServiceEndpoint(table);
        var server = await TestServer.StartAsync(endpoint.HandleAsync);
        var variables = new (string Name, string Value)[]
        {
            ("ATTRIBUTES_STORE", "http"), ("ATTRIBUTES_URL", server.Address.ToString()), ("ATTRIBUTES_TOKEN", Token),
        };
        return new StoreOfUsers
        {
            parts = { server, new Closing(endpoint) },
            Variables = variables,
            ReadAllAsync = () => ReadTableAsync(aws, "persistence-service/"),
            SpoilAsync = async user =>
            {
                using var http = new HttpClient();
                var options = new PersistenceServiceOptions(server.Address, Token);
                var client = new PersistenceServiceClient(options, http);
                await client.SetAsync(new() { [user] = "garbage" }, false, TestContext.Current.CancellationToken);
            },
        };
    }

    private static async Task<string> ReadTableAsync(LocalAwsFixture aws, string keyPrefix)
    {
        var scan = await aws.DynamoDb.ScanAsync(new ScanRequest(Names.AttributesTable), TestContext.Current.CancellationToken);
        var items = scan.Items.Where(item => item["id"].S.StartsWith(keyPrefix, StringComparison.Ordinal));
        return string.Join('\n', items.Select(item => Amazon.DynamoDBv2.DocumentModel.Document.FromAttributeMap(item).ToJson()));
    }

    private static async Task<string> ReadBucketAsync(AmazonS3Client s3)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var list = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, cancellationToken);
        var texts = new List<string>();
        foreach (var entry in list.S3Objects ?? [])
        {
            using var response = await s3.GetObjectAsync(Bucket, entry.Key, cancellationToken);
            using var reader = new StreamReader(response.ResponseStream);
            texts.Add($"{entry.Key}: {await reader.ReadToEndAsync(cancellationToken)}");
        }

        return string.Join('\n', texts);
    }

    private sealed class Closing(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
