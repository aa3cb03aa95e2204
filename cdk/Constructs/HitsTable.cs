using Amazon.CDK.AWS.DynamoDB;
using Analytics;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

internal sealed record HitsTableProps
{
    public required string TableName { get; init; }

    public required HitsSettings Hits { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>The analytics table, whose stream is where the pipeline begins.</summary>
internal sealed class HitsTable : Construct
{
    private const int TargetPercent = 70; // leaves room for the minutes that the scaling takes

    public HitsTable(Construct scope, string id, HitsTableProps props)
        : base(scope, id)
    {
        TableName = props.TableName;
        Table = new DataTable(this, "Table", new DataTableProps
        {
            TableName = props.TableName,
            PartitionKey = Columns.RequestId,
            TimeToLiveAttribute = Names.TtlAttribute,
            Stream = StreamViewType.NEW_IMAGE,
            WriteCapacity = props.Hits.LeastWrites,
            Retention = props.Retention,
        });
        if (props.Hits is { LeastWrites: { } least, MostWrites: { } most })
        {
            var writes = Table.AutoScaleWriteCapacity(new EnableScalingProps { MinCapacity = least, MaxCapacity = most });
            writes.ScaleOnUtilization(new UtilizationScalingProps { TargetUtilizationPercent = TargetPercent });
        }
    }

    public Table Table { get; }

    /// <summary>The table's name as text, not as a reference.</summary>
    public string TableName { get; }
}
