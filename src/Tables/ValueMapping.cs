using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>How a value becomes a DynamoDB attribute and comes back.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
/// <param name="ToAttribute">Writes a value.</param>
/// <param name="FromAttribute">Reads a value; throws FormatException or JsonException where the attribute holds none.</param>
public sealed record ValueMapping<TValue>(Func<TValue, AttributeValue> ToAttribute, Func<AttributeValue, TValue> FromAttribute);

/// <summary>The mappings that need no definition of one's own.</summary>
public static class ValueMapping
{
    /// <summary>Text as S.</summary>
    public static ValueMapping<string> Text { get; } = new(
        value => new AttributeValue { S = value },
        attribute => attribute.S ?? throw new FormatException("It is not of type S."));

    /// <summary>Any type by its JSON: objects as M, arrays as L, and numbers as they are written.</summary>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <param name="typeInfo">The source-generated description of the type.</param>
    /// <returns>The mapping.</returns>
    public static ValueMapping<TValue> Json<TValue>(JsonTypeInfo<TValue> typeInfo) => new(
        value => AttributeJson.FromValue(value, typeInfo),
        attribute => AttributeJson.ToValue(attribute, typeInfo) ?? throw new JsonException("It is NULL."));
}
