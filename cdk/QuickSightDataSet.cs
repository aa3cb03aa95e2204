using Amazon.CDK;
using Amazon.CDK.AWS.QuickSight;
using Analytics;
using Constructs;
using InputColumn = Amazon.CDK.AWS.QuickSight.CfnDataSet.InputColumnProperty;

namespace Cdk;

/// <summary>QuickSight's way to the answered hits, for one user.</summary>
internal sealed class QuickSightDataSet : Construct
{
    /// <summary>Builds data source and data set.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="catalog">What Athena knows of the hits.</param>
    /// <param name="user">The user's ARN.</param>
    public QuickSightDataSet(Construct stack, StackSettings settings, AthenaCatalog catalog, string user)
        : base(stack, "QuickSight")
    {
        var id = settings.Names.WorkGroup;
        var source = new CfnDataSource(this, "DataSource", new CfnDataSourceProps
        {
            AwsAccountId = Aws.ACCOUNT_ID,
            DataSourceId = id,
            Name = "Pet Match",
            Type = "ATHENA",
            DataSourceParameters = new CfnDataSource.DataSourceParametersProperty
            {
                AthenaParameters = new CfnDataSource.AthenaParametersProperty { WorkGroup = catalog.WorkGroup.Ref },
            },
            Permissions = new[]
            {
                new CfnDataSource.ResourcePermissionProperty { Principal = user, Actions = Actions("DataSource") },
            },
        });
        _ = new CfnDataSet(this, "DataSet", new CfnDataSetProps
        {
            AwsAccountId = Aws.ACCOUNT_ID,
            DataSetId = id,
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
                        Schema = settings.Names.Database,
                        Name = catalog.HitsView,
                        InputColumns = Views.Hits.Columns
                            .Select(column => (object)new InputColumn { Name = column.Name, Type = QuickSightType(column.Type) }).ToArray(),
                    },
                },
            },
            Permissions = new[]
            {
                new CfnDataSet.ResourcePermissionProperty
                {
                    Principal = user,
                    Actions =
                    [
                        .. Actions("DataSet"),
                        "quicksight:CancelIngestion", "quicksight:CreateIngestion",
                        "quicksight:DescribeIngestion", "quicksight:ListIngestions",
                    ],
                },
            },
        });
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
