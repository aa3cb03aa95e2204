using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics;

namespace Cdk.Tests;

public sealed partial class AthenaCatalogTests(Stacks stacks)
{
    private static readonly string Ddl = Checkout.Read("athena", "petmatch.sql");

    [Fact]
    public void The_tables_columns_are_the_records_columns_in_Glue_and_in_the_DDL()
    {
        var columns = Columns.All.Select(column => $"{column.Name} {column.AthenaType}").ToArray();

        GlueColumns(Table(stacks.With())).ShouldBe(columns);
        DdlColumn().Matches(Ddl).Select(column => $"{column.Groups[1]} {column.Groups[2]}").ShouldBe(columns);
        Ddl.ShouldContain($"PARTITIONED BY (`{Names.PartitionColumn}` string)");
        Table(stacks.With())["PartitionKeys"]!.ToJsonString().ShouldBe($$"""[{"Name":"{{Names.PartitionColumn}}","Type":"string"}]""");
    }

    [Fact]
    public void The_table_is_read_as_the_DDL_says()
    {
        var table = Table(stacks.With());
        var serde = table["StorageDescriptor"]!["SerdeInfo"]!;
        var properties = table["Parameters"]!.AsObject()
            .ToDictionary(property => property.Key, property => Synthesized.Render(property.Value));
        properties.Remove("EXTERNAL").ShouldBeTrue();

        ((string?)table["TableType"]).ShouldBe("EXTERNAL_TABLE");
        Ddl.ShouldContain($"ROW FORMAT SERDE '{serde["SerializationLibrary"]}'");
        serde["Parameters"]!.AsObject().ToDictionary(property => property.Key, property => (string)property.Value!)
            .ShouldBe(DdlProperties("SERDEPROPERTIES"), ignoreOrder: true);
        properties.ShouldBe(DdlProperties("TBLPROPERTIES"), ignoreOrder: true);
        Synthesized.Render(table["StorageDescriptor"]!["Location"]).ShouldBe("s3://{DeliveryToS3Bucket}/");
    }

    [Fact]
    public void The_partitions_are_where_Firehose_writes() =>
        Synthesized.Render(Table(stacks.With())["Parameters"]!["storage.location.template"])
            .ShouldBe($"s3://{{DeliveryToS3Bucket}}/{Names.DeliveryPrefix}${{{Names.PartitionColumn}}}/");

    [Fact]
    public void The_work_group_is_enforced_encrypted_and_limited() => stacks.With().ShouldHave("AWS::Athena::WorkGroup", """
        {
          "Name": "pet-match",
          "WorkGroupConfiguration": {
            "EnforceWorkGroupConfiguration": true,
            "BytesScannedCutoffPerQuery": 1024000000,
            "ResultConfiguration": { "EncryptionConfiguration": { "EncryptionOption": "SSE_S3" } }
          }
        }
        """);

    [Fact]
    public void Every_file_of_queries_is_a_named_query_in_the_names_of_the_stage()
    {
        var files = Directory.GetFiles(Checkout.Find("athena", "queries"), "*.sql").Order(StringComparer.Ordinal).ToArray();

        files.ShouldNotBeEmpty();
        Queries(stacks.With()).ShouldBe(
            files.Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))), ignoreOrder: true);
        var staged = Queries(stacks.With("stage=dev")).Select(query => query.Sql).ToArray();
        staged.ShouldAllBe(sql => Regex.IsMatch(sql, @"\bdev_analytics\.dev_petmatch"));
        staged.ShouldAllBe(sql => !Regex.IsMatch(sql, @"\banalytics\.petmatch"));

        static IEnumerable<(string Name, string Sql)> Queries(Synthesized stack) =>
            from query in stack.OfType("AWS::Athena::NamedQuery")
            let properties = query["Properties"]!
            select ((string)properties["Name"]!, (string)properties["QueryString"]!);
    }

    [Theory]
    [InlineData("prod", "analytics", "petmatch")]
    [InlineData("dev", "dev_analytics", "dev_petmatch")]
    public void Views_are_what_Athena_would_have_made_of_their_files(string stage, string database, string table)
    {
        Directory.GetFiles(Checkout.Find("athena", "views"), "*.sql").Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(Views.All.Select(view => view.Name), ignoreOrder: true);
        foreach (var view in Views.All)
        {
            var name = view.Name.Replace("petmatch", table, StringComparison.Ordinal);
            var glue = GlueTable(stacks.With($"stage={stage}"), name);
            var text = PrestoText().Match((string)glue["ViewOriginalText"]!);
            var presto = JsonNode.Parse(Convert.FromBase64String(text.Groups[1].Value))!;

            ((string?)glue["TableType"]).ShouldBe("VIRTUAL_VIEW");
            ((string?)glue["Parameters"]!["presto_view"]).ShouldBe("true");
            GlueColumns(glue).ShouldBe(view.Columns.Select(column => $"{column.Name} {column.Type.AthenaName()}"));
            presto["columns"]!.AsArray().Select(column => $"{column!["name"]} {column["type"]}")
                .ShouldBe(view.Columns.Select(column => $"{column.Name} {column.Type.PrestoName()}"));
            $"{presto["catalog"]} {presto["schema"]}".ShouldBe($"awsdatacatalog {database}");
            var created = $"CREATE OR REPLACE VIEW {database}.{name} AS\n{presto["originalSql"]};";
            Checkout.Read("athena", "views", $"{view.Name}.sql")
                .Replace("analytics.petmatch", $"{database}.{table}", StringComparison.Ordinal)
                .TrimEnd().ShouldEndWith(created);
        }
    }

    [Fact]
    public void QuickSight_gets_a_data_set_of_the_answered_hits_where_a_user_is_named()
    {
        stacks.With().ShouldCount("AWS::QuickSight::DataSet", 0);
        var stack = stacks.With(Stacks.Variants[4]);
        stack.ShouldHave("AWS::QuickSight::DataSource", """
            { "Type": "ATHENA", "Permissions": [{ "Principal": "arn:aws:quicksight:us-east-1:000000000000:user/default/ann" }] }
            """);
        var dataSet = stack.OfType("AWS::QuickSight::DataSet").ShouldHaveSingleItem()["Properties"]!;
        var table = dataSet["PhysicalTableMap"]!["hits"]!["RelationalTable"]!;

        $"{table["Schema"]}.{table["Name"]}".ShouldBe("test1_analytics.test1_petmatch_hits");
        table["InputColumns"]!.AsArray().Select(column => (string)column!["Name"]!)
            .ShouldBe(Views.Hits.Columns.Select(column => column.Name));
    }

    private static JsonObject Table(Synthesized stack) => GlueTable(stack, Names.Table);

    private static JsonObject GlueTable(Synthesized stack, string name) =>
        stack.OfType("AWS::Glue::Table").Select(table => table["Properties"]!["TableInput"]).OfType<JsonObject>()
            .Single(input => (string?)input["Name"] == name);

    private static IEnumerable<string> GlueColumns(JsonObject table) =>
        table["StorageDescriptor"]!["Columns"]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}");

    private static Dictionary<string, string> DdlProperties(string clause)
    {
        var body = Ddl[(Ddl.IndexOf(clause, StringComparison.Ordinal) + clause.Length)..];
        return DdlProperty().Matches(body[..body.IndexOf("\n)", StringComparison.Ordinal)]).ToDictionary(
            property => property.Groups[1].Value,
            property => new StringBuilder(property.Groups[2].Value)
                .Replace(@"\\", @"\").Replace(Names.LocalBucket, "{DeliveryToS3Bucket}").ToString());
    }

    [GeneratedRegex("^  `([a-z_]+)` ([a-z]+),?$", RegexOptions.Multiline)]
    private static partial Regex DdlColumn();

    [GeneratedRegex("'([^']+)' = '([^']*)'")]
    private static partial Regex DdlProperty();

    [GeneratedRegex(@"\A/\* Presto View: ([A-Za-z0-9+/=]+) \*/\z")]
    private static partial Regex PrestoText();
}
