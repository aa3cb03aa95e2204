using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cdk;

/// <summary>Log groups with the retention that the context decides.</summary>
internal static class LogGroups
{
    /// <summary>Makes a log group; it goes with the stack, also in prod.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The log group.</returns>
    public static LogGroup Create(Construct scope, StackSettings settings, string name)
    {
        var group = new LogGroup(scope, "Log", new LogGroupProps { LogGroupName = name, RemovalPolicy = RemovalPolicy.DESTROY });
        ((CfnLogGroup)group.Node.DefaultChild!).RetentionInDays = settings.LogRetentionDays;
        return group;
    }
}
