using System.Text;
using AlexaSkill.DynamoDb;
using AlexaSkill.Http;
using AlexaSkill.Persistence;
using AlexaSkill.S3;
using Analytics;
using FunctionHosting;

namespace SkillHosting;

/// <summary>Where the skill keeps what it remembers: one of these stores, or none.</summary>
/// <param name="Key">Whose memory it is.</param>
/// <param name="DynamoDb">The table; null for another store.</param>
/// <param name="S3">The bucket; null for another store.</param>
/// <param name="Service">The HTTP service; null for another store.</param>
/// <param name="UsesPathStyle">Whether the path names the bucket: an endpoint of one's own seldom has a host name for each.</param>
public sealed record StoreSettings(
    KeyGenerator Key,
    DynamoDbPersistenceOptions? DynamoDb = null,
    S3PersistenceOptions? S3 = null,
    PersistenceServiceOptions? Service = null,
    bool UsesPathStyle = false)
{
    /// <summary>How long all uses of the store in one request may take together, retries included.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private const string VersionName = "version";
    private const int MaxNameBytes = 255; // DynamoDB: a key attribute's name
    private const int MaxPrefixBytes = 512; // half of what S3 gives a key; the rest is the user's id

    // Less than the skill waits, so that the service's circuit breaker gets to see it.
    private static readonly TimeSpan ServiceTimeout = 0.9 * Limit;

    /// <summary>Reads the settings of the chosen store; those of the others are not looked at.</summary>
    /// <param name="variables">The environment's variables.</param>
    /// <param name="names">The name of the table that no variable sets.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="SettingsException">A required variable is missing, or one has a value it may not have.</exception>
    public static StoreSettings Read(SettingsReader variables, PipelineNames names)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(names);
        if (variables.Text(Variables.AttributesKey) == "applicationId")
        {
            throw new SettingsException(
                $"{Variables.AttributesKey} is 'applicationId': all users would share one memory, and whoever is forgotten would take "
                + "everybody's along. It has to be userId, deviceId or personId.");
        }

        var key = KeyGenerators.ByName[variables.OneOf(Variables.AttributesKey, "userId", "deviceId", "personId")];
        return variables.OneOf(Variables.AttributesStore, "dynamodb", "s3", "http", "none") switch
        {
            "s3" => new StoreSettings(key, S3: Bucket(variables, key), UsesPathStyle: variables.HasOwnS3Endpoint),
            "http" => new StoreSettings(key, Service: PersistenceService(variables)),
            "none" => new StoreSettings(key),
            _ => new StoreSettings(key, Table(variables, names.AttributesTable, key)),
        };
    }

    /// <summary>Names the variable that sets an option of a store.</summary>
    /// <param name="option">The option, as a store's failure names it.</param>
    /// <returns>A sentence after a blank, or nothing.</returns>
    public static string Hint(string? option) => option switch
    {
        nameof(DynamoDbPersistenceOptions.AttributesName) => $" The variable is {Variables.AttributesName}.",
        nameof(DynamoDbPersistenceOptions.KeyName) => $" The variable is {Variables.AttributesKeyName}.",
        nameof(PersistenceServiceOptions.Address) => $" The variable is {Variables.AttributesUrl}.",
        nameof(PersistenceServiceOptions.Token) => $" The variable is {Variables.AttributesToken}.",
        _ => "",
    };

    private static DynamoDbPersistenceOptions Table(SettingsReader variables, string defaultTable, KeyGenerator key)
    {
        var days = variables.Days(Variables.AttributesTtlDays);
        var keyName = Name(Variables.AttributesKeyName, "the table's partition key") ?? "id";
        var name = Name(Variables.AttributesName, "the attribute that holds what is remembered") ?? "attributes";
        return keyName != name
            ? new DynamoDbPersistenceOptions(
                variables.TableName(Variables.AttributesTable, defaultTable),
                keyName,
                name,
                key,
                days > 0 ? TimeSpan.FromDays(days) : null,
                Names.TtlAttribute,
                VersionName)
            : throw new SettingsException(
                $"{Variables.AttributesKeyName} is '{keyName}' and {Variables.AttributesName} too: they have to be two attributes' names.");

        string? Name(string variable, string what) => variables.Text(
            variable, IsName, $"the name of {what}, at most {MaxNameBytes} bytes, not {Names.TtlAttribute} or {VersionName}");
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

    private static bool IsName(string value) =>
        Encoding.UTF8.GetByteCount(value) <= MaxNameBytes && value is not (Names.TtlAttribute or VersionName);

    private static bool IsPrefix(string value) => Encoding.UTF8.GetByteCount(value) <= MaxPrefixBytes && !value.Any(char.IsControl);

    private static bool IsToken(string value) => value.All(character => character is > ' ' and <= '~');
}
