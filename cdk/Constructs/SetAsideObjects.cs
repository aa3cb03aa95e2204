using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Constructs;
using CfnRule = Amazon.CDK.AWS.Events.CfnRule;
using CfnRuleProps = Amazon.CDK.AWS.Events.CfnRuleProps;

namespace Cdk.Constructs;

internal sealed record SetAsideObjectsProps
{
    /// <summary>The name of the log and of its policy.</summary>
    public required string Name { get; init; }

    /// <summary>The bucket, which tells EventBridge of its objects.</summary>
    public required Bucket Bucket { get; init; }

    public required int LogRetentionDays { get; init; }
}

/// <summary>Counts and logs the objects of what was not delivered: failed batches, quarantined records, Firehose's errors.</summary>
internal sealed class SetAsideObjects : Construct
{
    public SetAsideObjects(Construct scope, string id, SetAsideObjectsProps props)
        : base(scope, id)
    {
        var log = new StackLogGroup(this, "Log", new StackLogGroupProps
        {
            LogGroupName = $"/aws/events/{props.Name}", RetentionDays = props.LogRetentionDays,
        });
        var rule = new CfnRule(this, "Rule", new CfnRuleProps
        {
            Description = "Objects of what was not delivered",
            State = "ENABLED",
            EventPattern = new Dictionary<string, object>
            {
                ["source"] = AnyOf("aws.s3"),
                ["detail-type"] = AnyOf("Object Created"),
                ["detail"] = new Dictionary<string, object>
                {
                    ["bucket"] = new Dictionary<string, object> { ["name"] = AnyOf(props.Bucket.BucketName) },
                    ["object"] = new Dictionary<string, object>
                    {
                        ["key"] = new[] { Names.FailurePrefix, Names.QuarantinePrefix, Names.ErrorPrefix }
                            .Select(prefix => new Dictionary<string, object> { ["prefix"] = prefix }).ToArray(),
                    },
                },
            },
            Targets = new[] { new CfnRule.TargetProperty { Id = "Log", Arn = Target(log) } },
        });
        RuleName = rule.Ref;

        // A resource policy of its own: CDK's target would bring a function to write one.
        _ = new CfnResourcePolicy(this, "LogPolicy", new CfnResourcePolicyProps
        {
            PolicyName = props.Name,
            PolicyDocument = Stack.Of(this).ToJsonString(Policy(log)),
        });
    }

    /// <summary>The name of the rule, whose metric counts the objects.</summary>
    public string RuleName { get; }

    // A group's own ARN ends with :*, for its streams; a rule's target must not.
    private string Target(LogGroup log) => Stack.Of(this).FormatArn(new ArnComponents
    {
        Service = "logs", Resource = "log-group", ResourceName = log.LogGroupName, ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
    });

    private static string[] AnyOf(params string[] values) => values;

    private static Dictionary<string, object> Policy(LogGroup log) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new[]
        {
            new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Principal"] = new Dictionary<string, object>
                {
                    ["Service"] = AnyOf("events.amazonaws.com", "delivery.logs.amazonaws.com"),
                },
                ["Action"] = AnyOf("logs:CreateLogStream", "logs:PutLogEvents"),
                ["Resource"] = log.LogGroupArn,
            },
        },
    };
}
