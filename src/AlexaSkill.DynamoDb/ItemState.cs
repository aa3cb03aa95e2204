using Amazon.DynamoDBv2.Model;

namespace AlexaSkill.DynamoDb;

/// <summary>What tells the state of an item: its version, and, for what other programs have saved without one, whether it is there.</summary>
internal sealed record ItemState(AttributeValue? Map, AttributeValue? Version)
{
    /// <summary>The name by which a condition compares the version.</summary>
    public const string OldVersion = ":old";

    /// <summary>What has to hold in DynamoDB, and the version to compare, if any; without one the condition names the map as well.</summary>
    public (string Expression, AttributeValue? Old) Condition() => this switch
    {
        { Version: { } version } => ($"#version = {OldVersion}", version),
        { Map: not null } => ("attribute_exists(#map) AND attribute_not_exists(#version)", null),
        _ => ("attribute_not_exists(#map) AND attribute_not_exists(#version)", null),
    };
}
