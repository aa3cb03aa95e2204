using Amazon.CDK;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.Glue;
using Analytics;
using Constructs;
using GlueColumn = Amazon.CDK.AWS.Glue.CfnTable.ColumnProperty;

namespace Cdk;

/// <summary>What Athena knows of the delivered hits: database, table, views, queries and the work group to ask in.</summary>
internal sealed class AthenaCatalog : Construct
{
    private readonly StackSettings settings;
    private readonly CfnDatabase database;
    private readonly string bucketUrl;

    /// <summary>Builds the catalog.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="delivery">Where the hits are delivered.</param>
    /// <param name="assets">What the stack brings along.</param>
    /// <exception cref="ContextException">A view's file is not what it has to be.</exception>
    public AthenaCatalog(Construct stack, StackSettings settings, DeliveryToS3 delivery, Assets assets)
        : base(stack, "AthenaCatalog")
    {
        this.settings = settings;
        bucketUrl = $"s3://{delivery.Bucket.BucketName}/";
        database = new CfnDatabase(this, "Database", new CfnDatabaseProps
        {
            CatalogId = Aws.ACCOUNT_ID,
            DatabaseInput = new CfnDatabase.DatabaseInputProperty { Name = settings.Names.Database },
        });
        WorkGroup = BuildWorkGroup();
        var table = BuildTable();
        var sql = new AthenaSql(assets.AthenaFolder, settings.Names);
        HitsView = sql.NameOf(Views.Hits);
        foreach (var view in Views.All)
        {
            BuildView(view, sql).AddDependency(table);
        }

        foreach (var (name, question, text) in sql.Queries())
        {
            BuildQuery(name, question, text);
        }
    }

    /// <summary>The work group.</summary>
    public CfnWorkGroup WorkGroup { get; }

    /// <summary>The name of the view of answered hits.</summary>
    public string HitsView { get; }

    private CfnWorkGroup BuildWorkGroup() => new(this, "WorkGroup", new CfnWorkGroupProps
    {
        Name = settings.Names.WorkGroup,
        Description = "Questions about Pet Match's hits",
        RecursiveDeleteOption = true, // its queries are in the checkout, its history is short-lived
        WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
        {
            EnforceWorkGroupConfiguration = true,
            PublishCloudWatchMetricsEnabled = true,
            BytesScannedCutoffPerQuery = settings.ScanLimitMegabytes * 1_000_000.0,
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
        Name = settings.Names.Table,
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

    private CfnTable BuildView(View view, AthenaSql sql) => Table(view.Name, new CfnTable.TableInputProperty
    {
        Name = sql.NameOf(view),
        TableType = "VIRTUAL_VIEW",
        Parameters = new Dictionary<string, string> { ["presto_view"] = "true", ["comment"] = "Presto View" },
        PartitionKeys = Array.Empty<object>(),
        ViewOriginalText = PrestoView.Text(sql.Definition(view), settings.Names.Database, view),
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
            CatalogId = Aws.ACCOUNT_ID, DatabaseName = settings.Names.Database, TableInput = input,
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
            Database = settings.Names.Database,
            WorkGroup = settings.Names.WorkGroup,
            QueryString = sql,
        });
        query.AddDependency(WorkGroup);
        query.AddDependency(database);
    }

    private static object[] GlueColumns(IEnumerable<(string Name, ColumnType Type)> columns) =>
        [.. columns.Select(column => new GlueColumn { Name = column.Name, Type = column.Type.AthenaName() })];
}
