using AlexaSkill.Persistence;
using Amazon.DynamoDBv2.Model;

namespace AlexaSkill.DynamoDb;

/// <summary>Reads the items of a table of attributes, and tells those that another program has shaped.</summary>
internal sealed class StoredItem(DynamoDbPersistenceOptions options)
{
    private const int MaxNames = 5; // told in a message

    /// <exception cref="PersistenceException">The item has attributes, but not as the options say.</exception>
    public ItemState Read(Dictionary<string, AttributeValue> item)
    {
        var map = item.GetValueOrDefault(options.AttributesName);
        var version = item.GetValueOrDefault(options.VersionName);
        if (map is { NULL: not true, IsMSet: false })
        {
            throw Unreadable(
                $"'{options.AttributesName}' as {TypeOf(map)}, where M (a map) is needed", nameof(options.AttributesName));
        }

        if (version is { S: null })
        {
            throw Unreadable($"'{options.VersionName}' as {TypeOf(version)}, where S (a text) is needed", nameof(options.VersionName));
        }

        var others = item.Where(attribute => !IsOurs(attribute.Key)).Select(attribute => $"'{attribute.Key}' ({TypeOf(attribute.Value)})").ToArray();
        return map is { IsMSet: true } || others.Length == 0
            ? new ItemState(map is { IsMSet: true } ? map : null, version)
            : throw Unreadable(
                $"no '{options.AttributesName}', but {string.Join(", ", others.Order(StringComparer.Ordinal).Take(MaxNames))}",
                nameof(options.AttributesName));
    }

    private static string TypeOf(AttributeValue value) => value switch
    {
        { S: not null } => "S",
        { N: not null } => "N",
        { B: not null } => "B",
        { BOOL: not null } => "BOOL",
        { IsMSet: true } => "M",
        { IsLSet: true } => "L",
        { NULL: true } => "NULL",
        _ => "a set",
    };

    private bool IsOurs(string name) =>
        name == options.KeyName || name == options.AttributesName || name == options.TimeToLiveName || name == options.VersionName;

    private PersistenceException Unreadable(string found, string option) => new(
        PersistenceFailure.Unreadable,
        $"An item of table '{options.TableName}' holds {found}. It is left as it is. "
        + $"Set {option} to the attribute that is meant, or give the other program a table of its own.")
    {
        Option = option,
    };
}
