using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;
using Amazon.S3;
using FunctionHosting;

namespace SkillFunction.Memory;

/// <summary>The store that the settings choose, with the one client that it needs.</summary>
/// <param name="adapter">The store.</param>
/// <param name="client">Its client, if that is nobody else's.</param>
internal sealed class AttributesStore(IPersistenceAdapter adapter, IDisposable? client = null) : IDisposable
{
    private const int MaxServiceAnswerBytes = 8 * 1024 * 1024; // one answer holds all users of the skill

    /// <summary>The store.</summary>
    public IPersistenceAdapter Adapter => adapter;

    /// <summary>Creates the chosen store.</summary>
    /// <param name="settings">Which store, and where it is.</param>
    /// <param name="dynamoDb">The client of DynamoDB, which hits need anyway.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The store.</returns>
    /// <exception cref="SettingsException">A variable that the AWS SDK reads is missing or bad.</exception>
    public static AttributesStore Open(StoreSettings settings, IAmazonDynamoDB dynamoDb, TimeProvider time) => settings switch
    {
        { DynamoDb: { } table } => new AttributesStore(new DynamoDbPersistenceAdapter(dynamoDb, table, time)),
        { S3: { } bucket } => OpenS3(bucket, settings.UsesPathStyle),
        { Service: { } service } => OpenService(service, settings.Key, time),
        _ => new AttributesStore(new NoPersistenceAdapter()),
    };

    /// <inheritdoc/>
    public void Dispose() => client?.Dispose();

    // Each in a method of its own: a start pays for the assemblies of the store that it has.
    private static AttributesStore OpenS3(S3PersistenceOptions bucket, bool usesPathStyle)
    {
        var s3 = AwsClients.Create(() => new AmazonS3Client(new AmazonS3Config { ForcePathStyle = usesPathStyle }));
        return new AttributesStore(new S3PersistenceAdapter(s3, bucket), s3);
    }

    private static AttributesStore OpenService(PersistenceServiceOptions service, KeyGenerator key, TimeProvider time)
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxServiceAnswerBytes };
        return new AttributesStore(new HttpPersistenceAdapter(new PersistenceServiceClient(service, http, time), key), http);
    }
}
