using System.Text;

namespace Cdk.Settings;

/// <summary>Where the skill remembers its users.</summary>
internal sealed record AttributesSettings(
    string Store, string Key, string Name, int TtlDays, string? Url, string? TokenSecret, string? TokenVersion)
{
    /// <summary>The stores.</summary>
    public const string DynamoDb = "dynamodb", S3 = "s3", Http = "http", None = "none";

    private const int MaxNameBytes = 255; // as the skill's own check

    /// <summary>Reads the settings.</summary>
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
            context.Optional("attributesTokenSecret", ContextRules.IsSecretName, "the name of a secret of Secrets Manager"),
            context.Optional("attributesTokenVersion", ContextRules.IsSecretVersion, "the id of a version of that secret, 32 to 64 of A-Z a-z 0-9 -"));
        return settings is { Store: Http, Url: null } or { Store: Http, TokenSecret: null }
            ? throw new ContextException("attributesStore is 'http': it needs -c attributesUrl=ADDRESS and -c attributesTokenSecret=NAME.")
            : settings;
    }

    private static bool IsName(string value) =>
        Encoding.UTF8.GetByteCount(value) <= MaxNameBytes && value is not (Names.AttributesKey or Names.TtlAttribute or "version");
}
