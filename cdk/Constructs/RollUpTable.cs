using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Analytics;
using Cdk.Settings;
using Constructs;

namespace Cdk.Constructs;

internal sealed record RollUpTableProps
{
    public required string Database { get; init; }

    public required string TableName { get; init; }

    public required Bucket Bucket { get; init; }

    public required DataRetention Retention { get; init; }
}

/// <summary>
/// The Iceberg table of athena/rollup/create.sql, made by CloudFormation. This version of the CDK does not know the properties yet.
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-glue-table-icebergtableinput.html
/// </summary>
internal sealed class RollUpTable : Construct
{
    /// <summary>The folder of its files in the bucket, without the slash that follows.</summary>
    public const string Folder = "petmatch-daily";

    public RollUpTable(Construct scope, string id, RollUpTableProps props)
        : base(scope, id)
    {
        Resource = new CfnResource(this, "Resource", new CfnResourceProps
        {
            Type = "AWS::Glue::Table",
            Properties = new Dictionary<string, object>
            {
                ["CatalogId"] = Aws.ACCOUNT_ID,
                ["DatabaseName"] = props.Database,
                ["Name"] = props.TableName,
                ["OpenTableFormatInput"] = new Dictionary<string, object>
                {
                    ["IcebergInput"] = new Dictionary<string, object>
                    {
                        ["MetadataOperation"] = "CREATE", ["Version"] = "2", ["IcebergTableInput"] = Table(props.Bucket),
                    },
                },
            },
        });
        Resource.ApplyRemovalPolicy(props.Retention.RemovalPolicy);
    }

    public CfnResource Resource { get; }

    private static Dictionary<string, object> Table(Bucket bucket) => new()
    {
        ["Location"] = $"s3://{bucket.BucketName}/{Folder}",
        ["Schema"] = new Dictionary<string, object> { ["Type"] = "struct", ["Fields"] = Fields().ToArray() },
        ["PartitionSpec"] = new Dictionary<string, object>
        {
            ["Fields"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["Name"] = Names.PartitionColumn, ["SourceId"] = Columns.All.Count + 1, ["Transform"] = "identity",
                },
            },
        },
        ["Properties"] = new Dictionary<string, object>
        {
            ["write.format.default"] = "parquet", ["write.parquet.compression-codec"] = "zstd",
        },
    };

    private static IEnumerable<Dictionary<string, object>> Fields() => Columns.All.Select(column => (column.Name, Type: IcebergType(column.Type)))
        .Append((Name: Names.PartitionColumn, Type: "date"))
        .Select((column, index) => new Dictionary<string, object>
        {
            ["Id"] = index + 1, ["Name"] = column.Name, ["Required"] = false, ["Type"] = column.Type,
        });

    // https://iceberg.apache.org/spec/#primitive-types
    private static string IcebergType(ColumnType type) => type switch
    {
        ColumnType.BigInt => "long",
        ColumnType.TinyInt => "int",
        ColumnType.Timestamp => "timestamp",
        _ => "string",
    };
}
