using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>How a document becomes a DynamoDB item and comes back.</summary>
/// <typeparam name="TDocument">The document's type.</typeparam>
/// <param name="ToItem">Writes a document with its keys.</param>
/// <param name="FromItem">
/// Reads a document; throws FormatException or JsonException where the item holds none. Null where documents are only ever written.
/// </param>
public sealed record DocumentMapping<TDocument>(
    Func<TDocument, Dictionary<string, AttributeValue>> ToItem,
    Func<Dictionary<string, AttributeValue>, TDocument>? FromItem = null);

/// <summary>The mappings that need no definition of one's own.</summary>
public static class DocumentMapping
{
    /// <summary>
    /// A type that is a JSON object, each property an attribute. A null becomes NULL, which no key may be: have the serializer leave out
    /// (<c>WhenWritingNull</c>) a status that may be missing.
    /// </summary>
    /// <typeparam name="TDocument">The document's type.</typeparam>
    /// <param name="typeInfo">The source-generated description of the type.</param>
    /// <returns>The mapping.</returns>
    public static DocumentMapping<TDocument> Json<TDocument>(JsonTypeInfo<TDocument> typeInfo) => new(
        document => AttributeJson.FromValue(document, typeInfo) is { IsMSet: true } item
            ? item.M
            : throw new ArgumentException($"A document has to be a JSON object; {typeof(TDocument).Name} is none.", nameof(document)),
        item => AttributeJson.ToValue(new AttributeValue { M = item, IsMSet = true }, typeInfo) ?? throw new JsonException("It is NULL."));
}
