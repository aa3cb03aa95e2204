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

    /// <summary>Whose hits they are.</summary>
    public required SkillDefinition Skill { get; init; }

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
    private readonly string bucketUrl;

    public AthenaCatalog(Construct scope, string id, AthenaCatalogProps props)
        : base(scope, id)
    {
        this.props = props;
        bucketUrl = $"s3://{props.Bucket.BucketName}/";
        DatabaseResource = new CfnDatabase(this, "Database", new CfnDatabaseProps
        {
            CatalogId = Aws.ACCOUNT_ID,
            DatabaseInput = new CfnDatabase.DatabaseInputProperty { Name = props.Database },
        });
        if (props.Retention.Retains)
        {
            // With a database, Glue deletes whatever it holds, views of other people's too: a renamed one stays.
            // https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html
            DatabaseResource.CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
        }

        WorkGroup = BuildWorkGroup();
        var table = BuildTable();
        foreach (var view in props.Skill.Views)
        {
            AddView(view.Name, props.Sql.NameOf(view), props.Sql.Definition(view), view.Columns.Select(AthenaColumn.Of)).AddDependency(table);
        }

        foreach (var query in props.Sql.Queries())
        {
            AddQuery(query);
        }
    }

    public CfnWorkGroup WorkGroup { get; }

    public CfnDatabase DatabaseResource { get; }

    public string Database => props.Database;

    public string Table => props.Table;

    /// <summary>The queries and views.</summary>
    public AthenaSql Sql => props.Sql;

    private CfnWorkGroup BuildWorkGroup() => new(this, "WorkGroup", new CfnWorkGroupProps
    {
        Name = props.WorkGroupName,
        Description = $"Questions about {props.Skill.Title}'s hits",
        RecursiveDeleteOption = true, // its queries are in the checkout, its history is short-lived
        WorkGroupConfiguration = Configuration(props.ScanLimitMegabytes * 1_000_000.0),
    });

    /// <summary>How queries are run and their results kept; null limits no query.</summary>
    public CfnWorkGroup.WorkGroupConfigurationProperty Configuration(double? maxScannedBytes) => new()
    {
        EnforceWorkGroupConfiguration = true,
        PublishCloudWatchMetricsEnabled = true,
        BytesScannedCutoffPerQuery = maxScannedBytes,
        EngineVersion = new CfnWorkGroup.EngineVersionProperty { SelectedEngineVersion = "Athena engine version 3" },
        ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty
        {
            OutputLocation = bucketUrl + Names.QueryResultsPrefix,
            EncryptionConfiguration = new CfnWorkGroup.EncryptionConfigurationProperty { EncryptionOption = "SSE_S3" },
        },
    };

    private CfnTable BuildTable() => AddTable("Table", new CfnTable.TableInputProperty
    {
        Name = props.Table,
        Description = "The delivered hits",
        TableType = "EXTERNAL_TABLE",
        PartitionKeys = new[] { new GlueColumn { Name = Names.PartitionColumn, Type = "string" } },
        Parameters = Properties([new("EXTERNAL", "TRUE"), .. AthenaTable.Projection(bucketUrl)]),
        StorageDescriptor = new CfnTable.StorageDescriptorProperty
        {
            Columns = GlueColumns(props.Skill.Columns.Select(column => (column.Name, column.Type.AthenaName()))),
            Location = bucketUrl,
            InputFormat = "org.apache.hadoop.mapred.TextInputFormat",
            OutputFormat = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
            SerdeInfo = new CfnTable.SerdeInfoProperty
            {
                SerializationLibrary = AthenaTable.Reader, Parameters = Properties(AthenaTable.Format),
            },
        },
    });

    /// <summary>Adds a view of some SQL.</summary>
    public CfnTable AddView(string id, string name, string sql, IEnumerable<AthenaColumn> columns) => AddTable(id, new CfnTable.TableInputProperty
    {
        Name = name,
        TableType = "VIRTUAL_VIEW",
        Parameters = new Dictionary<string, string> { ["presto_view"] = "true", ["comment"] = "Presto View" },
        PartitionKeys = Array.Empty<object>(),
        ViewOriginalText = PrestoView.Text(
            sql, props.Database, [.. columns.Select(column => new PrestoColumn(column.Name, column.PrestoType))]),
        ViewExpandedText = "/* Presto View */",
        StorageDescriptor = new CfnTable.StorageDescriptorProperty
        {
            Columns = GlueColumns(columns.Select(column => (column.Name, column.GlueType))),
            SerdeInfo = new CfnTable.SerdeInfoProperty(),
        },
    });

    private CfnTable AddTable(string id, CfnTable.TableInputProperty input)
    {
        var table = new CfnTable(this, id, new CfnTableProps
        {
            CatalogId = Aws.ACCOUNT_ID, DatabaseName = props.Database, TableInput = input,
        });
        table.AddDependency(DatabaseResource);
        return table;
    }

    /// <summary>Adds a saved query.</summary>
    public void AddQuery(SavedQuery saved)
    {
        var query = new CfnNamedQuery(this, saved.Name, new CfnNamedQueryProps
        {
            Name = saved.Name,
            Description = saved.Question,
            Database = props.Database,
            WorkGroup = props.WorkGroupName,
            QueryString = saved.Sql,
        });
        query.AddDependency(WorkGroup);
        query.AddDependency(DatabaseResource);
    }

    private static object[] GlueColumns(IEnumerable<(string Name, string Type)> columns) =>
        [.. columns.Select(column => new GlueColumn { Name = column.Name, Type = column.Type })];

    private static Dictionary<string, string> Properties(IEnumerable<KeyValuePair<string, string>> properties) => properties.ToDictionary();
}
