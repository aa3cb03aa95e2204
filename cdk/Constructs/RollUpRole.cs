using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SQS;
using Analytics;
using Constructs;

namespace Cdk.Constructs;

internal sealed record RollUpRoleProps
{
    /// <summary>The work group that the merge runs in.</summary>
    public required string WorkGroup { get; init; }

    public required AthenaCatalog Catalog { get; init; }

    public required Bucket Bucket { get; init; }

    /// <summary>Where the schedule leaves a call that failed.</summary>
    public required Queue Queue { get; init; }
}

/// <summary>
/// What the schedule may do: start the one query, and what Athena does for it in the caller's name.
/// https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
/// </summary>
internal sealed class RollUpRole : Role
{
    public RollUpRole(Construct scope, string id, RollUpRoleProps props)
        : base(scope, id, new RoleProps { AssumedBy = Scheduler(scope), InlinePolicies = Policies(scope, props) })
    {
    }

    // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
    private static PrincipalBase Scheduler(Construct scope) =>
        new ServicePrincipal("scheduler.amazonaws.com").WithConditions(new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object>
            {
                ["aws:SourceAccount"] = Aws.ACCOUNT_ID, ["aws:SourceArn"] = Arn(scope, "scheduler", "schedule-group", "default"),
            },
        });

    private static Dictionary<string, PolicyDocument> Policies(Construct scope, RollUpRoleProps props)
    {
        var (database, sql) = (props.Catalog.Database, props.Catalog.Sql);
        var turns = sql.NameOf(Views.Turns);
        return new()
        {
            ["Merge"] = new(new PolicyDocumentProps
            {
                Statements =
                [
                    Allow.To(["athena:StartQueryExecution"], Arn(scope, "athena", "workgroup", props.WorkGroup)),
                    Allow.To(["glue:GetDatabase"], Catalog(), Database("default"), Database(database)),
                    Allow.To(["glue:GetTable"], Catalog(), Database(database), Table(props.Catalog.Table), Table(turns), Table(sql.RollUpName)),
                    Allow.To(["glue:GetPartitions"], Catalog(), Database(database), Table(props.Catalog.Table)),
                    Allow.To(["glue:UpdateTable"], Catalog(), Database(database), Table(sql.RollUpName)),
                    Allow.To(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], props.Bucket.BucketArn),
                    Allow.To(["s3:GetObject"], props.Bucket.ArnForObjects($"{Names.DeliveryPrefix}*")),
                    Allow.To(
                        ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
                        props.Bucket.ArnForObjects($"{RollUpTable.Folder}/*"),
                        props.Bucket.ArnForObjects($"{Names.QueryResultsPrefix}*")),
                    Allow.To(["sqs:SendMessage"], props.Queue.QueueArn),
                ],
            }),
        };

        string Catalog() => Stack.Of(scope).FormatArn(new ArnComponents { Service = "glue", Resource = "catalog", ArnFormat = ArnFormat.NO_RESOURCE_NAME });
        string Database(string name) => Arn(scope, "glue", "database", name);
        string Table(string name) => Arn(scope, "glue", "table", $"{database}/{name}");
    }

    private static string Arn(Construct scope, string service, string resource, string name) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = service, Resource = resource, ResourceName = name });
}
