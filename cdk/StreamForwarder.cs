using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Analytics;
using Constructs;
using FunctionHosting;

namespace Cdk;

/// <summary>The function that takes the table's stream to Firehose, the mapping that calls it and the log that it keeps.</summary>
internal sealed class StreamForwarder : Construct
{
    /// <summary>Builds the forwarder.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="hits">The table whose stream it reads.</param>
    /// <param name="delivery">The Firehose stream that it feeds, and the bucket of what it can't deliver.</param>
    /// <param name="assets">What the stack brings along.</param>
    public StreamForwarder(Construct stack, StackSettings settings, HitsTable hits, DeliveryToS3 delivery, Assets assets)
        : base(stack, "StreamForwarder")
    {
        var log = DeliveryLog(settings);
        Function = ManagedFunction.Create(
            this,
            settings,
            new FunctionSpec(
                settings.Names.Forwarder,
                Names.ForwarderAssembly,
                assets.ForwarderFolder,
                Pipeline.ForwarderMemoryMegabytes,
                Pipeline.ForwarderTimeoutSeconds,
                new Dictionary<string, string>
                {
                    [Variables.DeliveryStream] = settings.Names.DeliveryStream,
                    [Variables.DeliveryLogTable] = settings.Names.DeliveryLogTable,
                    [Variables.QuarantineBucket] = delivery.Bucket.BucketName,
                },
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
                ],
                [settings.Names.HitsTable, settings.Names.DeliveryStream, settings.Names.DeliveryLogTable]),
            settings.ForwarderConcurrency > 0 ? settings.ForwarderConcurrency : null);
        Function.Node.AddDependency(delivery.Stream, log); // literal names say nothing of the order
        Map(hits, delivery);
    }

    /// <summary>The function.</summary>
    public Function Function { get; }

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

    private Table DeliveryLog(StackSettings settings)
    {
        var table = DataTable.Create(this, "DeliveryLog", settings.Stage, new TableProps
        {
            TableName = settings.Names.DeliveryLogTable,
            PartitionKey = Keys.Text(DeliveryLogEntry.KeyAttribute),
        });
        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
        {
            IndexName = DeliveryLogEntry.StatusIndex,
            PartitionKey = Keys.Text(DeliveryLogEntry.StatusAttribute),
            SortKey = Keys.Text(DeliveryLogEntry.TimeAttribute),
        });
        return table;
    }
}
