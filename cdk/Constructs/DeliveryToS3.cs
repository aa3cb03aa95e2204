using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KinesisFirehose;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Analytics;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

internal sealed record DeliveryToS3Props
{
    public required string StreamName { get; init; }

    public required DeliverySettings Delivery { get; init; }

    public required int LogRetentionDays { get; init; }

    /// <summary>What becomes of the delivered hits when the stack goes.</summary>
    public required DataRetention Retention { get; init; }
}

/// <summary>The Firehose stream and the bucket that it writes to.</summary>
internal sealed class DeliveryToS3 : Construct
{
    private const int QueryResultDays = 7; // results can be had again for the price of the query

    private static readonly string[] SetAsidePrefixes =
        [Names.FailurePrefix, Names.QuarantinePrefix, Names.ErrorPrefix, Names.RedrivenPrefix];

    public DeliveryToS3(Construct scope, string id, DeliveryToS3Props props)
        : base(scope, id)
    {
        StreamName = props.StreamName;
        BufferSeconds = props.Delivery.BufferSeconds;
        Bucket = new PrivateBucket(this, "Bucket", new PrivateBucketProps
        {
            Versioned = true, Retention = props.Retention, LifecycleRules = [.. Lifecycle(props.Delivery)],
        });

        // Set on the resource itself: CDK would bring a function of its own to do this.
        ((CfnBucket)Bucket.Node.DefaultChild!).NotificationConfiguration = new CfnBucket.NotificationConfigurationProperty
        {
            EventBridgeConfiguration = new CfnBucket.EventBridgeConfigurationProperty { EventBridgeEnabled = true },
        };

        var log = new StackLogGroup(this, "Log", new StackLogGroupProps
        {
            LogGroupName = $"/aws/kinesisfirehose/{props.StreamName}", RetentionDays = props.LogRetentionDays,
        });
        var logStream = new LogStream(this, "LogStream", new LogStreamProps
        {
            LogGroup = log, LogStreamName = "S3Delivery", RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Stream = new CfnDeliveryStream(this, "Stream", new CfnDeliveryStreamProps
        {
            DeliveryStreamName = props.StreamName,
            DeliveryStreamType = "DirectPut",
            DeliveryStreamEncryptionConfigurationInput = new CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty
            {
                KeyType = "AWS_OWNED_CMK",
            },
            ExtendedS3DestinationConfiguration = new CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty
            {
                BucketArn = Bucket.BucketArn,
                RoleArn = Role(log, logStream).RoleArn,
                Prefix = Names.DeliveryPrefix,
                ErrorOutputPrefix = Names.ErrorPrefix,
                CompressionFormat = "GZIP",
                FileExtension = Pipeline.FileExtension,
                BufferingHints = new CfnDeliveryStream.BufferingHintsProperty
                {
                    IntervalInSeconds = props.Delivery.BufferSeconds, SizeInMBs = props.Delivery.BufferMebibytes,
                },
                CloudWatchLoggingOptions = new CfnDeliveryStream.CloudWatchLoggingOptionsProperty
                {
                    Enabled = true, LogGroupName = log.LogGroupName, LogStreamName = logStream.LogStreamName,
                },
            },
        });
        if (props.Retention.Retains)
        {
            // Firehose promises nothing of what it still holds when it is deleted: a renamed stream stays, and delivers it.
            // https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeleteDeliveryStream.html
            Stream.CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
        }
    }

    public Bucket Bucket { get; }

    public CfnDeliveryStream Stream { get; }

    /// <summary>The stream's name as text, not as a reference.</summary>
    public string StreamName { get; }

    /// <summary>Seconds that Firehose gathers before it writes an object.</summary>
    public int BufferSeconds { get; }

    private static IEnumerable<ILifecycleRule> Lifecycle(DeliverySettings delivery)
    {
        if (delivery.InfrequentAccessDays > 0 || delivery.ExpireDays > 0)
        {
            yield return new LifecycleRule
            {
                Id = "hits",
                Prefix = Names.DeliveryPrefix,
                Expiration = delivery.ExpireDays > 0 ? Duration.Days(delivery.ExpireDays) : null,
                Transitions = delivery.InfrequentAccessDays == 0 ? null :
                [
                    new Transition
                    {
                        StorageClass = StorageClass.INFREQUENT_ACCESS, TransitionAfter = Duration.Days(delivery.InfrequentAccessDays),
                    },
                ],
            };
        }

        // Records that were set aside hold users' data as well.
        foreach (var prefix in delivery.ExpireDays > 0 ? SetAsidePrefixes : [])
        {
            yield return new LifecycleRule
            {
                Id = prefix.TrimEnd('/').Replace('/', '-'), Prefix = prefix, Expiration = Duration.Days(delivery.ExpireDays),
            };
        }

        yield return new LifecycleRule
        {
            Id = "query-results", Prefix = Names.QueryResultsPrefix, Expiration = Duration.Days(QueryResultDays),
        };
    }

    private Role Role(LogGroup log, LogStream logStream)
    {
        var logStreamArn = Stack.Of(this).FormatArn(new ArnComponents
        {
            Service = "logs",
            Resource = "log-group",
            ResourceName = $"{log.LogGroupName}:log-stream:{logStream.LogStreamName}",
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        });
        return new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("firehose.amazonaws.com").WithConditions(new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Aws.ACCOUNT_ID },
            }),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["Delivery"] = new(new PolicyDocumentProps
                {
                    Statements =
                    [
                        Allow.To(
                            ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
                            Bucket.ArnForObjects($"{Names.DeliveryPrefix}*"),
                            Bucket.ArnForObjects($"{Names.ErrorPrefix}*")),
                        Allow.To(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], Bucket.BucketArn),
                        Allow.To(["logs:PutLogEvents"], logStreamArn),
                    ],
                }),
            },
        });
    }
}
