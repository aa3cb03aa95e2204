using Amazon.CDK.AWS.DynamoDB;

namespace Cdk;

/// <summary>Keys of DynamoDB tables.</summary>
internal static class Keys
{
    /// <summary>A key of type S.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <returns>The key.</returns>
    public static Amazon.CDK.AWS.DynamoDB.Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };
}
