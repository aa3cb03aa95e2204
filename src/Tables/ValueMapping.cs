using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>How a value becomes a DynamoDB attribute and comes back.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
/// <param name="ToAttribute">Writes a value.</param>
/// <param name="FromAttribute">Reads a value.</param>
public sealed record ValueMapping<TValue>(Func<TValue, AttributeValue> ToAttribute, Func<AttributeValue, TValue> FromAttribute);

/// <summary>The mappings that need no definition of one's own.</summary>
public static class ValueMapping
{
    /// <summary>Text as S.</summary>
    public static ValueMapping<string> Text { get; } = new(value => new AttributeValue { S = value }, attribute => attribute.S);
}
