using Amazon.CDK.AWS.IAM;

namespace Cdk;

/// <summary>Statements that allow.</summary>
internal static class Allow
{
    /// <summary>Allows actions.</summary>
    /// <param name="actions">The actions.</param>
    /// <param name="resources">The ARNs that they are allowed on.</param>
    /// <returns>The statement.</returns>
    public static PolicyStatement To(string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Actions = actions, Resources = resources });
}
