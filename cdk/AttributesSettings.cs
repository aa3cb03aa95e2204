using System.Text;

namespace Cdk;

/// <summary>Where the skill remembers its users.</summary>
/// <param name="Store">dynamodb, s3, http or none.</param>
/// <param name="Key">For whom: userId, deviceId or personId.</param>
/// <param name="Name">DynamoDB: the attribute that holds what is remembered.</param>
/// <param name="TtlDays">DynamoDB: days from its last use until an item expires; 0 = never.</param>
/// <param name="Url">HTTP: the service's address.</param>
/// <param name="TokenSecret">HTTP: the secret of Secrets Manager that holds the service's token.</param>
internal sealed record AttributesSettings(string Store, string Key, string Name, int TtlDays, string? Url, string? TokenSecret)
{
    private const int MaxNameBytes = 255; // as the skill's own check

    /// <summary>The stores.</summary>
    public const string DynamoDb = "dynamodb", S3 = "s3", Http = "http", None = "none";

    /// <summary>Reads the settings.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ContextException">A value is not what it has to be, or the chosen store lacks one.</exception>
    public static AttributesSettings Read(ContextReader context)
    {
        var settings = new AttributesSettings(
            context.OneOf("attributesStore", DynamoDb, S3, Http, None),
            context.Text(
                "attributesKey",
                "userId",
                value => value is "userId" or "deviceId" or "personId",
                "userId, deviceId or personId; by applicationId all users would share one memory, and be forgotten together"),
            context.Text("attributesName", "attributes", IsName, "an attribute's name, not id, version or expires_at"),
            context.Number("attributesTtlDays", 0, 0, 36_500, "days (0 = never)"),
            context.Optional("attributesUrl", ContextRules.IsAddress, "an absolute https address"),
            context.Optional("attributesTokenSecret", ContextRules.IsSecretName, "the name of a secret of Secrets Manager"));
        return settings is { Store: Http, Url: null } or { Store: Http, TokenSecret: null }
            ? throw new ContextException("attributesStore is 'http': it needs -c attributesUrl=ADDRESS and -c attributesTokenSecret=NAME.")
            : settings;
    }

    private static bool IsName(string value) =>
        Encoding.UTF8.GetByteCount(value) <= MaxNameBytes && value is not (Names.AttributesKey or Names.TtlAttribute or "version");
}
