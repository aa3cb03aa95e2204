using Amazon.DynamoDBv2.Model;

namespace Tables;

/// <summary>Texts as the DynamoDB attributes S and N.</summary>
public static class AttributeText
{
    /// <summary>Stores one text.</summary>
    /// <param name="text">The text; where it is a number, its digits.</param>
    /// <param name="isNumber">Whether the attribute's type is N; otherwise it is S.</param>
    /// <returns>The attribute.</returns>
    public static AttributeValue ToAttribute(string text, bool isNumber) =>
        isNumber ? new AttributeValue { N = text } : new AttributeValue { S = text };

    /// <summary>Makes an item of named texts.</summary>
    /// <param name="attributes">The attributes' names, texts, and whether each is a number; no name may stand twice.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public static Dictionary<string, AttributeValue> ToItem(IEnumerable<(string Name, string Text, bool IsNumber)> attributes) =>
        attributes.ToDictionary(
            attribute => attribute.Name, attribute => ToAttribute(attribute.Text, attribute.IsNumber), StringComparer.Ordinal);
}
