using Amazon.CDK.AWS.DynamoDB;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

/// <summary>What one table of data differs in from another.</summary>
internal sealed record DataTableProps
{
    public required string TableName { get; init; }

    /// <summary>The name of its partition key, a text.</summary>
    public required string PartitionKey { get; init; }

    public required DataRetention Retention { get; init; }

    public string? TimeToLiveAttribute { get; init; }

    public StreamViewType? Stream { get; init; }

    /// <summary>The provisioned write units; null bills by the request.</summary>
    public int? WriteCapacity { get; init; }
}

/// <summary>
/// A table of data that the stack itself can't bring back: encrypted, and recoverable as it was at any time of the last 35 days.
/// </summary>
internal sealed class DataTable : Table
{
    public DataTable(Construct scope, string id, DataTableProps props)
        : base(scope, id, new TableProps
        {
            TableName = props.TableName,
            PartitionKey = Key(props.PartitionKey),
            TimeToLiveAttribute = props.TimeToLiveAttribute,
            Stream = props.Stream,
            BillingMode = props.WriteCapacity is null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
            ReadCapacity = props.WriteCapacity is null ? null : 1, // nobody reads such a table but its stream, which has its own
            WriteCapacity = props.WriteCapacity,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.AWS_MANAGED,
            DeletionProtection = props.Retention.IsProtected,
            RemovalPolicy = props.Retention.RemovalPolicy,
        })
    {
    }

    /// <summary>A key of type S.</summary>
    public static Amazon.CDK.AWS.DynamoDB.Attribute Key(string name) => new() { Name = name, Type = AttributeType.STRING };
}
