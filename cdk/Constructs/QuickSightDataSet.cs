using Amazon.CDK;
using Amazon.CDK.AWS.QuickSight;
using Amazon.CDK.AWS.S3;
using Analytics;
using Constructs;
using InputColumn = Amazon.CDK.AWS.QuickSight.CfnDataSet.InputColumnProperty;

namespace Cdk.Constructs;

internal sealed record QuickSightDataSetProps
{
    /// <summary>The id of the data set, and of its data source.</summary>
    public required string DataSetId { get; init; }

    /// <summary>The ARN of the user who gets it.</summary>
    public required string User { get; init; }

    public required AthenaCatalog Catalog { get; init; }

    /// <summary>Where the hits lie that it asks for.</summary>
    public required Bucket Bucket { get; init; }
}

/// <summary>QuickSight's way to the answered hits, for one user.</summary>
internal sealed class QuickSightDataSet : Construct
{
    public QuickSightDataSet(Construct scope, string id, QuickSightDataSetProps props)
        : base(scope, id)
    {
        var source = new CfnDataSource(this, "DataSource", new CfnDataSourceProps
        {
            AwsAccountId = Aws.ACCOUNT_ID,
            DataSourceId = props.DataSetId,
            Name = "Pet Match",
            Type = "ATHENA",
            DataSourceParameters = new CfnDataSource.DataSourceParametersProperty
            {
                AthenaParameters = new CfnDataSource.AthenaParametersProperty { WorkGroup = props.Catalog.WorkGroup.Ref },
            },
            Permissions = new[]
            {
                new CfnDataSource.ResourcePermissionProperty { Principal = props.User, Actions = Actions("DataSource") },
            },
        });
        var dataSet = new CfnDataSet(this, "DataSet", new CfnDataSetProps
        {
            AwsAccountId = Aws.ACCOUNT_ID,
            DataSetId = props.DataSetId,
            Name = "Pet Match hits",
            ImportMode = "DIRECT_QUERY",
            PhysicalTableMap = new Dictionary<string, object>
            {
                ["hits"] = new CfnDataSet.PhysicalTableProperty
                {
                    RelationalTable = new CfnDataSet.RelationalTableProperty
                    {
                        DataSourceArn = source.AttrArn,
                        Catalog = "AwsDataCatalog",
                        Schema = props.Catalog.Database,
                        Name = props.Catalog.Sql.NameOf(Views.Hits),
                        InputColumns = Views.Hits.Columns
                            .Select(column => (object)new InputColumn { Name = column.Name, Type = QuickSightType(column.Type) }).ToArray(),
                    },
                },
            },
            Permissions = new[]
            {
                new CfnDataSet.ResourcePermissionProperty
                {
                    Principal = props.User,
                    Actions =
                    [
                        .. Actions("DataSet"),
                        "quicksight:CancelIngestion", "quicksight:CreateIngestion",
                        "quicksight:DescribeIngestion", "quicksight:ListIngestions",
                    ],
                },
            },
        });

        // QuickSight asks for the columns when the data set is made: by then view, table and bucket with its policy have to be there.
        dataSet.Node.AddDependency(props.Catalog, props.Bucket);
    }

    // What QuickSight gives an owner.
    private static string[] Actions(string kind) =>
    [
        $"quicksight:Delete{kind}", $"quicksight:Describe{kind}", $"quicksight:Describe{kind}Permissions",
        $"quicksight:Pass{kind}", $"quicksight:Update{kind}", $"quicksight:Update{kind}Permissions",
    ];

    private static string QuickSightType(ColumnType type) => type switch
    {
        ColumnType.BigInt or ColumnType.TinyInt => "INTEGER",
        ColumnType.Timestamp => "DATETIME",
        _ => "STRING",
    };
}
