using System.Text;
using AlexaSkill.Persistence;
using Analytics;
using FunctionHosting;

namespace SkillFunction.Memory;

/// <summary>Where the skill keeps what it remembers: one of these stores, or none.</summary>
/// <param name="Key">Whose memory it is.</param>
/// <param name="DynamoDb">The table; null for another store.</param>
/// <param name="S3">The bucket; null for another store.</param>
/// <param name="Service">The HTTP service; null for another store.</param>
/// <param name="UsesPathStyle">Whether the path names the bucket: an endpoint of one's own seldom has a host name for each.</param>
internal sealed record StoreSettings(
    KeyGenerator Key,
    DynamoDbPersistenceOptions? DynamoDb = null,
    S3PersistenceOptions? S3 = null,
    PersistenceServiceOptions? Service = null,
    bool UsesPathStyle = false)
{
    private const string AttributesName = "attributes"; // as the ASK SDKs call it
    private const int MaxKeyNameBytes = 255; // DynamoDB: a key attribute's name
    private const int MaxPrefixBytes = 512; // half of what S3 gives a key; the rest is the user's id

    // Less than the skill waits, so that the service's circuit breaker gets to see it.
    private static readonly TimeSpan ServiceTimeout = 0.9 * UserMemory.Limit;

    /// <summary>Reads the settings of the chosen store; those of the others are not looked at.</summary>
    /// <param name="variables">The environment.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static StoreSettings Read(SettingsReader variables)
    {
        var key = KeyGenerators.ByName[variables.OneOf(Variables.AttributesKey, "userId", "deviceId", "personId", "applicationId")];
        return variables.OneOf(Variables.AttributesStore, "dynamodb", "s3", "http", "none") switch
        {
            "s3" => new StoreSettings(key, S3: Bucket(variables, key), UsesPathStyle: variables.HasOwnS3Endpoint),
            "http" => new StoreSettings(key, Service: PersistenceService(variables)),
            "none" => new StoreSettings(key),
            _ => new StoreSettings(key, Table(variables, key)),
        };
    }

    private static DynamoDbPersistenceOptions Table(SettingsReader variables, KeyGenerator key)
    {
        var days = variables.Days(Variables.AttributesTtlDays);
        return new DynamoDbPersistenceOptions(
            variables.TableName(Variables.AttributesTable, Names.AttributesTable),
            variables.Text(
                Variables.AttributesKeyName,
                IsKeyName,
                $"the name of the table's partition key, at most {MaxKeyNameBytes} bytes, not {AttributesName} or {Names.TtlAttribute}")
                ?? "id",
            AttributesName,
            key,
            days > 0 ? TimeSpan.FromDays(days) : null,
            Names.TtlAttribute);
    }

    private static S3PersistenceOptions Bucket(SettingsReader variables, KeyGenerator key) => new(
        variables.BucketName(Variables.AttributesBucket)
            ?? throw new SettingsException(
                $"{Variables.AttributesBucket} is not set: {Variables.AttributesStore}=s3 needs the bucket to remember users in."),
        variables.Text(Variables.AttributesPrefix, IsPrefix, $"a text of at most {MaxPrefixBytes} bytes without control characters") ?? "",
        key);

    // What stands in these two is not repeated in messages: one is a secret, and is easily put in the place of the other.
    private static PersistenceServiceOptions PersistenceService(SettingsReader variables)
    {
        var address = variables.Secret(Variables.AttributesUrl, SettingsReader.IsAddress, "an absolute http or https address")
            ?? throw new SettingsException(
                $"{Variables.AttributesUrl} is not set: {Variables.AttributesStore}=http needs the persistence service's address.");
        var token = variables.Secret(Variables.AttributesToken, IsToken, "a service token, which has visible ASCII characters only")
            ?? throw new SettingsException(
                $"{Variables.AttributesToken} is not set: {Variables.AttributesStore}=http needs the persistence service's token.");
        return new PersistenceServiceOptions(new Uri(address), token, Timeout: ServiceTimeout);
    }

    private static bool IsKeyName(string value) =>
        Encoding.UTF8.GetByteCount(value) <= MaxKeyNameBytes && value is not (AttributesName or Names.TtlAttribute);

    private static bool IsPrefix(string value) => Encoding.UTF8.GetByteCount(value) <= MaxPrefixBytes && !value.Any(char.IsControl);

    private static bool IsToken(string value) => value.All(character => character is > ' ' and <= '~');
}
