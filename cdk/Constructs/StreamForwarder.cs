using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Analytics;
using Cdk.Assets;
using Cdk.Settings;
using Constructs;
using FunctionHosting;

namespace Cdk.Constructs;

internal sealed record StreamForwarderProps
{
    public required string FunctionName { get; init; }

    /// <summary>Whose hits it forwards.</summary>
    public required SkillDefinition Skill { get; init; }

    public required FunctionCode Code { get; init; }

    /// <summary>The table whose stream it reads.</summary>
    public required HitsTable Hits { get; init; }

    /// <summary>The Firehose stream that it feeds, and the bucket of what it can't deliver.</summary>
    public required DeliveryToS3 Delivery { get; init; }

    public required string DeliveryLogTableName { get; init; }

    /// <summary>How many may run at once; null reserves none.</summary>
    public int? ReservedConcurrency { get; init; }

    public required int LogRetentionDays { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>The function that takes the table's stream to Firehose, the mapping that calls it and the log that it keeps.</summary>
internal sealed class StreamForwarder : Construct
{
    public StreamForwarder(Construct scope, string id, StreamForwarderProps props)
        : base(scope, id)
    {
        FunctionName = props.FunctionName;
        var log = DeliveryLog(props);
        Function = new ManagedFunction(this, ManagedFunction.Unnamed, new ManagedFunctionProps
        {
            FunctionName = props.FunctionName,
            Assembly = Names.ForwarderAssembly,
            Folder = $"src/{Names.ForwarderAssembly}",
            Code = props.Code,
            MemoryMegabytes = Pipeline.ForwarderMemoryMegabytes,
            TimeoutSeconds = Pipeline.ForwarderTimeoutSeconds,
            LogRetentionDays = props.LogRetentionDays,
            ReservedConcurrency = props.ReservedConcurrency,
            Variables = VariablesOf(props),
            Grants = Grants(props.Hits, props.Delivery, log),
            GrantedNames = [props.Hits.TableName, props.Delivery.StreamName, props.DeliveryLogTableName],
            DependsOn = [props.Delivery.Stream, log],
        }).Function;
        Map(props.Hits, props.Delivery);
    }

    public Function Function { get; }

    /// <summary>The function's name as text, not as a reference.</summary>
    public string FunctionName { get; }

    private static Dictionary<string, string> VariablesOf(StreamForwarderProps props)
    {
        var variables = new Dictionary<string, string>
        {
            [Variables.MetricsNamespace] = props.Skill.ShortTitle,
            [Variables.DeliveryStream] = props.Delivery.StreamName,
            [Variables.DeliveryLogTable] = props.DeliveryLogTableName,
            [Variables.QuarantineBucket] = props.Delivery.Bucket.BucketName,
        };
        if (props.Skill.ForwardedColumns is { } columns)
        {
            variables[Variables.RecordColumns] = columns;
        }

        return variables;
    }

    private static PolicyStatement[] Grants(HitsTable hits, DeliveryToS3 delivery, DataTable log) =>
    [
        Allow.To(
            ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
            hits.Table.TableStreamArn!),
        Allow.To(["firehose:PutRecordBatch"], delivery.Stream.AttrArn),
        Allow.To(["dynamodb:PutItem"], log.TableArn),
        Allow.To(
            ["s3:PutObject"],
            delivery.Bucket.ArnForObjects($"{Names.QuarantinePrefix}*"),
            delivery.Bucket.ArnForObjects($"{Names.FailurePrefix}*")),
        Allow.To(["s3:ListBucket"], delivery.Bucket.BucketArn), // the mapping asks for it before it takes the bucket
    ];

    // CDK's own event source refuses an S3 destination for a table's stream, and would grant itself every stream.
    private void Map(HitsTable hits, DeliveryToS3 delivery) => _ = new CfnEventSourceMapping(this, "Mapping", new CfnEventSourceMappingProps
    {
        FunctionName = Function.FunctionArn,
        EventSourceArn = hits.Table.TableStreamArn,
        StartingPosition = "TRIM_HORIZON",
        BatchSize = Pipeline.BatchSize,
        MaximumBatchingWindowInSeconds = Pipeline.BatchWindowSeconds,
        ParallelizationFactor = Pipeline.ParallelizationFactor,
        MaximumRecordAgeInSeconds = Pipeline.MaxRecordAgeSeconds,
        MaximumRetryAttempts = Pipeline.MaxRetryAttempts,
        BisectBatchOnFunctionError = Pipeline.BisectOnError,
        FunctionResponseTypes = ["ReportBatchItemFailures"],
        FilterCriteria = new CfnEventSourceMapping.FilterCriteriaProperty
        {
            Filters = new[] { new CfnEventSourceMapping.FilterProperty { Pattern = Pipeline.StreamFilter } },
        },
        DestinationConfig = new CfnEventSourceMapping.DestinationConfigProperty
        {
            OnFailure = new CfnEventSourceMapping.OnFailureProperty { Destination = delivery.Bucket.BucketArn },
        },
    });

    private DataTable DeliveryLog(StreamForwarderProps props)
    {
        var table = new DataTable(this, "DeliveryLog", new DataTableProps
        {
            TableName = props.DeliveryLogTableName,
            PartitionKey = DeliveryLogEntry.KeyAttribute,
            TimeToLiveAttribute = Names.TtlAttribute,
            Retention = props.Retention,
        });
        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
        {
            IndexName = DeliveryLogEntry.StatusIndex,
            PartitionKey = DataTable.Key(DeliveryLogEntry.StatusAttribute),
            SortKey = DataTable.Key(DeliveryLogEntry.TimeAttribute),
        });
        return table;
    }
}
