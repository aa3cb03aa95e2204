using Amazon.CDK.AWS.DynamoDB;
using Analytics;
using Constructs;

namespace Cdk;

/// <summary>The analytics table, whose stream is where the pipeline begins.</summary>
internal sealed class HitsTable : Construct
{
    private const int TargetPercent = 70; // leaves room for the minutes that the scaling takes

    /// <summary>Builds the table.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    public HitsTable(Construct stack, StackSettings settings)
        : base(stack, "HitsTable")
    {
        var isProvisioned = settings.Hits.LeastWrites is not null;
        Table = DataTable.Create(this, "Table", settings.Stage, new TableProps
        {
            TableName = settings.Names.HitsTable,
            PartitionKey = Keys.Text(Columns.All[0].Name),
            BillingMode = isProvisioned ? BillingMode.PROVISIONED : null,
            ReadCapacity = isProvisioned ? 1 : null, // nobody reads but the stream, which has its own
            WriteCapacity = settings.Hits.LeastWrites,
            Stream = StreamViewType.NEW_IMAGE,
            TimeToLiveAttribute = Names.TtlAttribute,
        });
        if (settings.Hits is { LeastWrites: { } least, MostWrites: { } most })
        {
            var writes = Table.AutoScaleWriteCapacity(new EnableScalingProps { MinCapacity = least, MaxCapacity = most });
            writes.ScaleOnUtilization(new UtilizationScalingProps { TargetUtilizationPercent = TargetPercent });
        }
    }

    /// <summary>The table.</summary>
    public Table Table { get; }
}
