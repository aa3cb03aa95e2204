using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Cdk.Constructs;

internal sealed record StackLogGroupProps
{
    public required string LogGroupName { get; init; }

    public required int RetentionDays { get; init; }
}

/// <summary>A log group that goes with the stack, also in prod.</summary>
internal sealed class StackLogGroup : LogGroup
{
    public StackLogGroup(Construct scope, string id, StackLogGroupProps props)
        : base(scope, id, new LogGroupProps { LogGroupName = props.LogGroupName, RemovalPolicy = RemovalPolicy.DESTROY }) =>
        ((CfnLogGroup)Node.DefaultChild!).RetentionInDays = props.RetentionDays; // the days as a number, which the construct does not take
}
