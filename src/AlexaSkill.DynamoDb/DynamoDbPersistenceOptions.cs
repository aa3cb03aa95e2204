using AlexaSkill.Persistence;

namespace AlexaSkill.DynamoDb;

/// <summary>Where and how attributes lie in a DynamoDB table.</summary>
/// <param name="TableName">The table.</param>
/// <param name="KeyName">The partition key, of type S: <c>id</c>, or <c>userId</c> in tables of the first ASK SDK.</param>
/// <param name="AttributesName">
/// The attribute that holds the attributes, a map: <c>attributes</c>, or <c>mapAttr</c> in tables of the first ASK SDK. An item that has
/// other attributes in its place is an error, never a new user.
/// </param>
/// <param name="KeyGenerator">What makes an item's key of a request; null for the user id.</param>
/// <param name="TimeToLive">
/// How long an item is kept after its last use, more than zero; null for ever. A use starts it again once it is a day old, or half over if
/// that is less.
/// </param>
/// <param name="TimeToLiveName">The attribute that holds the end of that time, in epoch seconds; the table's TTL has to name it.</param>
/// <param name="VersionName">The attribute, type S, that tells whether somebody else has saved meanwhile.</param>
public sealed record DynamoDbPersistenceOptions(
    string TableName,
    string KeyName = "id",
    string AttributesName = "attributes",
    KeyGenerator? KeyGenerator = null,
    TimeSpan? TimeToLive = null,
    string TimeToLiveName = "expires_at",
    string VersionName = "version");
