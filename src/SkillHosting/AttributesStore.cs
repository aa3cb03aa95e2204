using AlexaSkill.DynamoDb;
using AlexaSkill.Http;
using AlexaSkill.Persistence;
using AlexaSkill.S3;
using Amazon.DynamoDBv2;
using Amazon.S3;
using FunctionHosting;
using Microsoft.Extensions.Logging;

namespace SkillHosting;

/// <summary>The store that the settings choose, with the one client that it needs.</summary>
public sealed class AttributesStore : IDisposable
{
    private readonly IDisposable? client;

    private AttributesStore(IPersistenceAdapter adapter, IDisposable? client = null) => (Adapter, this.client) = (adapter, client);

    /// <summary>The store.</summary>
    public IPersistenceAdapter Adapter { get; }

    /// <summary>Creates the chosen store.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="dynamoDb">The client of DynamoDB that the skill has anyway.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Is told of a store that fills up.</param>
    /// <returns>The store.</returns>
    /// <exception cref="SettingsException">A variable that the AWS SDK reads is missing or bad.</exception>
    public static AttributesStore Open(StoreSettings settings, IAmazonDynamoDB dynamoDb, TimeProvider time, ILogger logger) => settings switch
    {
        { DynamoDb: { } table } => new AttributesStore(
            ByAccount(settings.Key, key => new DynamoDbPersistenceAdapter(dynamoDb, table with { KeyGenerator = key }, time))),
        { S3: { } bucket } => OpenS3(bucket, settings),
        { Service: { } service } => OpenService(service, settings.Key, time, logger),
        _ => new AttributesStore(new NoPersistenceAdapter()),
    };

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    // Who disables the skill or says "forget me" is an account: what is kept by another key has to be found by it.
    private static IPersistenceAdapter ByAccount(KeyGenerator key, Func<KeyGenerator, IPersistenceAdapter> open) =>
        key == KeyGenerators.UserId ? open(key) : new AccountPersistenceAdapter(open, key);

    // Each in a method of its own: a start pays for the assemblies of the store that it has.
    private static AttributesStore OpenS3(S3PersistenceOptions bucket, StoreSettings settings)
    {
        var s3 = AwsClients.Create(() => new AmazonS3Client(new AmazonS3Config { ForcePathStyle = settings.UsesPathStyle }));
        return new AttributesStore(
            ByAccount(settings.Key, key => new S3PersistenceAdapter(s3, bucket with { KeyGenerator = key })), s3);
    }

    private static AttributesStore OpenService(PersistenceServiceOptions options, KeyGenerator key, TimeProvider time, ILogger logger)
    {
        var isTold = 0;
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var service = new PersistenceServiceClient(options with { OnNearlyFull = Tell }, http, time);
        return new AttributesStore(ByAccount(key, by => new HttpPersistenceAdapter(service, by)), http);

        // Once a process: every save from here on would say the same.
        void Tell(int bytes)
        {
            if (Interlocked.Exchange(ref isTold, 1) == 0)
            {
                Log.MemoryNearlyFull(logger, bytes, options.MaxEntryBytes);
            }
        }
    }
}
