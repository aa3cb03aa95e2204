using Amazon.CDK;

namespace Cdk.Settings;

/// <summary>What becomes of what holds users' data.</summary>
/// <param name="RemovalPolicy">When the stack goes, or no longer names it.</param>
/// <param name="IsProtected">Whether DynamoDB refuses to delete a table.</param>
internal sealed record DataRetention(RemovalPolicy RemovalPolicy, bool IsProtected)
{
    /// <summary>Whether it outlives the stack.</summary>
    public bool Retains => RemovalPolicy != RemovalPolicy.DESTROY;
}
