using Amazon.CDK.AWS.IAM;

namespace Cdk.Constructs;

/// <summary>Statements that allow.</summary>
internal static class Allow
{
    /// <summary>Allows actions.</summary>
    public static PolicyStatement To(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
