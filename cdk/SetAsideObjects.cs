using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Constructs;
using CfnRule = Amazon.CDK.AWS.Events.CfnRule;
using CfnRuleProps = Amazon.CDK.AWS.Events.CfnRuleProps;

namespace Cdk;

/// <summary>Counts and logs the objects of what was not delivered: failed batches, quarantined records, Firehose's errors.</summary>
internal sealed class SetAsideObjects : Construct
{
    /// <summary>Builds the rule and its log.</summary>
    /// <param name="scope">What it belongs to.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="bucket">The bucket, which tells EventBridge of its objects.</param>
    public SetAsideObjects(Construct scope, StackSettings settings, Bucket bucket)
        : base(scope, "SetAside")
    {
        var log = LogGroups.Create(this, settings, $"/aws/events/{settings.Names.WorkGroup}-set-aside");
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
                    ["bucket"] = new Dictionary<string, object> { ["name"] = AnyOf(bucket.BucketName) },
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
            PolicyName = $"{settings.Names.WorkGroup}-set-aside",
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
