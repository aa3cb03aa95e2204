using Amazon.CDK;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.Glue;
using Amazon.CDK.AWS.S3;
using Analytics;
using Cdk.Assets;
using Cdk.Settings;
using Constructs;
using GlueColumn = Amazon.CDK.AWS.Glue.CfnTable.ColumnProperty;

namespace Cdk.Constructs;

internal sealed record AthenaCatalogProps
{
    public required string Database { get; init; }

    public required string Table { get; init; }

    public required string WorkGroupName { get; init; }

    /// <summary>Megabytes that one query may read.</summary>
    public required int ScanLimitMegabytes { get; init; }

    /// <summary>Where the hits are delivered, and results written.</summary>
    public required Bucket Bucket { get; init; }

    public required DataRetention Retention { get; init; }

    /// <summary>The queries and views.</summary>
    public required AthenaSql Sql { get; init; }
}

/// <summary>What Athena knows of the delivered hits: database, table, views, queries and the work group to ask in.</summary>
internal sealed class AthenaCatalog : Construct
{
    private readonly AthenaCatalogProps props;
    private readonly CfnDatabase database;
    private readonly string bucketUrl;

    public AthenaCatalog(Construct scope, string id, AthenaCatalogProps props)
        : base(scope, id)
    {
        this.props = props;
        bucketUrl = $"s3://{props.Bucket.BucketName}/";
        database = new CfnDatabase(this, "Database", new CfnDatabaseProps
        {
            CatalogId = Aws.ACCOUNT_ID,
            DatabaseInput = new CfnDatabase.DatabaseInputProperty { Name = props.Database },
        });
        if (props.Retention.Retains)
        {
            // With a database, Glue deletes whatever it holds, views of other people's too: a renamed one stays.
            // https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html
            database.CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
        }

        WorkGroup = BuildWorkGroup();
        var table = BuildTable();
        HitsView = props.Sql.NameOf(Views.Hits);
        foreach (var view in Views.All)
        {
            BuildView(view).AddDependency(table);
        }

        foreach (var (name, question, text) in props.Sql.Queries())
        {
            BuildQuery(name, question, text);
        }
    }

    public CfnWorkGroup WorkGroup { get; }

    public string Database => props.Database;

    /// <summary>The name of the view of answered hits.</summary>
    public string HitsView { get; }

    private CfnWorkGroup BuildWorkGroup() => new(this, "WorkGroup", new CfnWorkGroupProps
    {
        Name = props.WorkGroupName,
        Description = "Questions about Pet Match's hits",
        RecursiveDeleteOption = true, // its queries are in the checkout, its history is short-lived
        WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
        {
            EnforceWorkGroupConfiguration = true,
            PublishCloudWatchMetricsEnabled = true,
            BytesScannedCutoffPerQuery = props.ScanLimitMegabytes * 1_000_000.0,
            EngineVersion = new CfnWorkGroup.EngineVersionProperty { SelectedEngineVersion = "Athena engine version 3" },
            ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty
            {
                OutputLocation = bucketUrl + Names.QueryResultsPrefix,
                EncryptionConfiguration = new CfnWorkGroup.EncryptionConfigurationProperty { EncryptionOption = "SSE_S3" },
            },
        },
    });

    private CfnTable BuildTable() => Table("Table", new CfnTable.TableInputProperty
    {
        Name = props.Table,
        Description = "The delivered hits",
        TableType = "EXTERNAL_TABLE",
        PartitionKeys = new[] { new GlueColumn { Name = Names.PartitionColumn, Type = "string" } },
        Parameters = new Dictionary<string, string>
        {
            ["EXTERNAL"] = "TRUE",
            ["projection.enabled"] = "true",
            ["projection.day.type"] = "date",
            ["projection.day.format"] = "yyyy/MM/dd",
            ["projection.day.range"] = "2017/01/01,NOW",
            ["projection.day.interval"] = "1",
            ["projection.day.interval.unit"] = "DAYS",
            ["storage.location.template"] = $"{bucketUrl}{Names.DeliveryPrefix}${{{Names.PartitionColumn}}}/",
        },
        StorageDescriptor = new CfnTable.StorageDescriptorProperty
        {
            Columns = GlueColumns(Columns.All.Select(column => (column.Name, column.Type))),
            Location = bucketUrl,
            InputFormat = "org.apache.hadoop.mapred.TextInputFormat",
            OutputFormat = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            SerdeInfo = new CfnTable.SerdeInfoProperty
            {
                SerializationLibrary = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
                Parameters = new Dictionary<string, string>
                {
                    ["field.delim"] = ",", ["escape.delim"] = "\\", ["serialization.null.format"] = "",
                },
            },
        },
    });

    private CfnTable BuildView(View view) => Table(view.Name, new CfnTable.TableInputProperty
    {
        Name = props.Sql.NameOf(view),
        TableType = "VIRTUAL_VIEW",
        Parameters = new Dictionary<string, string> { ["presto_view"] = "true", ["comment"] = "Presto View" },
        PartitionKeys = Array.Empty<object>(),
        ViewOriginalText = PrestoView.Text(props.Sql.Definition(view), props.Database, view),
        ViewExpandedText = "/* Presto View */",
        StorageDescriptor = new CfnTable.StorageDescriptorProperty
        {
            Columns = GlueColumns(view.Columns.Select(column => (column.Name, column.Type))),
            SerdeInfo = new CfnTable.SerdeInfoProperty(),
        },
    });

    private CfnTable Table(string id, CfnTable.TableInputProperty input)
    {
        var table = new CfnTable(this, id, new CfnTableProps
        {
            CatalogId = Aws.ACCOUNT_ID, DatabaseName = props.Database, TableInput = input,
        });
        table.AddDependency(database);
        return table;
    }

    private void BuildQuery(string name, string question, string sql)
    {
        var query = new CfnNamedQuery(this, name, new CfnNamedQueryProps
        {
            Name = name,
            Description = question,
            Database = props.Database,
            WorkGroup = props.WorkGroupName,
            QueryString = sql,
        });
        query.AddDependency(WorkGroup);
        query.AddDependency(database);
    }

    private static object[] GlueColumns(IEnumerable<(string Name, ColumnType Type)> columns) =>
        [.. columns.Select(column => new GlueColumn { Name = column.Name, Type = column.Type.AthenaName() })];
}
