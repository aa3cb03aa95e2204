using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cdk.Tests;

public sealed partial class RollUpTests(Stacks stacks)
{
    private const string Daily = "petmatch_daily";

    private Synthesized Stack => stacks.With("rollUp=daily");

    [Fact]
    public void It_is_deployed_where_it_was_asked_for()
    {
        stacks.With().ShouldCount("AWS::Scheduler::Schedule", 0);
        stacks.With().ShouldCount("AWS::SQS::Queue", 0);
        Stack.ShouldCount("AWS::Scheduler::Schedule", 1);
    }

    [Fact]
    public void The_table_is_the_one_of_its_DDL_by_day_as_a_date()
    {
        var ddl = Checkout.Read("athena", "rollup", "create.sql");
        var table = Stack.OfType("AWS::Glue::Table").Select(resource => resource["Properties"]!).Single(properties => properties["TableInput"] is null);
        var iceberg = table["OpenTableFormatInput"]!["IcebergInput"]!;
        var input = iceberg["IcebergTableInput"]!;
        var fields = input["Schema"]!["Fields"]!.AsArray();

        $"{table["DatabaseName"]}.{table["Name"]}".ShouldBe($"analytics.{Daily}");
        ((string?)iceberg["MetadataOperation"]).ShouldBe("CREATE");
        fields.Select(field => $"{field!["Name"]} {DdlType((string)field["Type"]!)}")
            .ShouldBe(Declared().Matches(ddl).Select(column => $"{column.Groups[1]} {column.Groups[2]}"));
        fields.Select(field => (int)field!["Id"]!).ShouldBe(Enumerable.Range(1, fields.Count));
        var partition = input["PartitionSpec"]!["Fields"]!.AsArray().ShouldHaveSingleItem()!;
        $"{partition["Name"]} {partition["Transform"]}".ShouldBe("day identity");
        var day = fields.Single(field => (int)field!["Id"]! == (int)partition["SourceId"]!)!;
        $"{day["Name"]} {day["Type"]}".ShouldBe("day date");
        ddl.ShouldContain($"LOCATION '{Synthesized.Render(input["Location"]).Replace("{DeliveryToS3Bucket}", Names.LocalBucket, StringComparison.Ordinal)}/'");

        // Iceberg's names beside Athena's.
        static string DdlType(string type) => type == "long" ? "bigint" : type;
    }

    [Theory]
    [InlineData("", "analytics", "petmatch")]
    [InlineData("dev-", "dev_analytics", "dev_petmatch")]
    public void The_schedule_runs_the_merge_after_midnight_in_its_own_work_group(string stage, string database, string table)
    {
        var stack = stage.Length == 0 ? Stack : stacks.With(Stacks.Variants[1]);
        var schedule = stack.OfType("AWS::Scheduler::Schedule").ShouldHaveSingleItem()["Properties"]!;
        var target = schedule["Target"]!;
        var input = JsonNode.Parse(Synthesized.Render(target["Input"]))!;

        $"{schedule["ScheduleExpression"]} {schedule["ScheduleExpressionTimezone"]}".ShouldBe("cron(15 1 * * ? *) UTC");
        Synthesized.Render(target["Arn"]).ShouldBe("arn:{AWS::Partition}:scheduler:::aws-sdk:athena:startQueryExecution");
        ((string?)input["QueryString"]).ShouldBe(Checkout.Read("athena", "rollup", "merge.sql")
            .Replace("analytics.petmatch", $"{database}.{table}", StringComparison.Ordinal));
        ((string?)input["WorkGroup"]).ShouldBe($"{stage}pet-match-roll-up");
        Synthesized.Render(target["RoleArn"]).ShouldBe("{RollUpRole.Arn}");
        Synthesized.Render(target["DeadLetterConfig"]!["Arn"]).ShouldBe("{RollUpQueue.Arn}");
        var group = stack.Properties("AWS::Athena::WorkGroup", "RollUpWorkGroup");
        ((string?)group["Name"]).ShouldBe($"{stage}pet-match-roll-up");
        group["WorkGroupConfiguration"]!["BytesScannedCutoffPerQuery"].ShouldBeNull("two days are read, however much they hold");
    }

    [Fact]
    public void A_merge_that_fails_is_a_message_in_the_queue_and_an_alarm()
    {
        var rule = Stack.Properties("AWS::Events::Rule", "RollUpFailedQueries");
        var alarm = Stack.Properties("AWS::CloudWatch::Alarm", "RollUpRollUpAlarm");

        rule["EventPattern"]!["detail"]!["workgroupName"]!.ToJsonString().ShouldBe("""["pet-match-roll-up"]""");
        rule["EventPattern"]!["detail"]!["currentState"]!.ToJsonString().ShouldBe("""["FAILED","CANCELLED","CANCELED"]""");
        Synthesized.Render(rule["Targets"]![0]!["Arn"]).ShouldBe("{RollUpQueue.Arn}");
        $"{alarm["Namespace"]} {alarm["MetricName"]} {alarm["Threshold"]} {alarm["ComparisonOperator"]}"
            .ShouldBe("AWS/SQS ApproximateNumberOfMessagesVisible 0 GreaterThanThreshold");
        Synthesized.Render(alarm["Dimensions"]![0]!["Value"]).ShouldBe("{RollUpQueue.QueueName}");
        Synthesized.Render(alarm["AlarmActions"]![0]).ShouldBe("{ObservabilityAlarms}");
    }

    [Fact]
    public void Every_question_about_turns_can_be_asked_of_the_roll_up()
    {
        var queries = Stack.OfType("AWS::Athena::NamedQuery").Select(query => query["Properties"]!)
            .ToDictionary(query => (string)query["Name"]!, query => (string)query["QueryString"]!);
        var overRollUp = queries.Where(query => query.Key.EndsWith("-daily", StringComparison.Ordinal)).ToArray();

        queries.Keys.Where(name => !name.EndsWith("-daily", StringComparison.Ordinal) && !queries.ContainsKey($"{name}-daily"))
            .ShouldBe(["bytes-and-rows", "duplicates"], ignoreOrder: true, "they are about the delivered lines");
        overRollUp.ShouldNotBeEmpty();
        foreach (var (name, sql) in overRollUp)
        {
            TableRead().Matches(sql).Select(table => table.Value)
                .ShouldAllBe(table => table == $"analytics.{Daily}" || table.StartsWith($"analytics.{Daily}_"), name);
            sql.ShouldContain("day >= current_date - interval '", Case.Sensitive, name);
            sql.ShouldNotContain("%Y/%m/%d", Case.Sensitive, name);

            // Back to turns and days as text, it is the file's own SQL.
            DaysAgo().Replace(sql, "date_format($0, '%Y/%m/%d')").Replace($"{Daily}_", "petmatch_", StringComparison.Ordinal)
                .Replace(Daily, "petmatch_turns", StringComparison.Ordinal)
                .ShouldBe(queries[name[..^"-daily".Length]]);
        }
    }

    [Fact]
    public void The_views_over_the_roll_up_are_those_over_the_turns()
    {
        var views = Stack.OfType("AWS::Glue::Table").Select(table => table["Properties"]!["TableInput"])
            .OfType<JsonObject>().ToDictionary(input => (string)input["Name"]!);
        foreach (var name in new[] { "hits", "dialogs" })
        {
            var presto = Presto(views[$"{Daily}_{name}"]);

            ((string)presto["originalSql"]!).ShouldBe(((string)Presto(views[$"petmatch_{name}"])["originalSql"]!)
                .Replace("analytics.petmatch_turns", $"analytics.{Daily}", StringComparison.Ordinal));
            presto["columns"]!.AsArray().Select(column => $"{column!["name"]} {column["type"]}").ShouldContain("day date");
            presto["columns"]!.AsArray().ShouldAllBe(column => (string?)column!["type"] != "tinyint" && (string?)column["type"] != "timestamp");
            views[$"{Daily}_{name}"]["StorageDescriptor"]!["Columns"]!.AsArray().Select(column => (string)column!["Name"]!)
                .ShouldBe(presto["columns"]!.AsArray().Select(column => (string)column!["name"]!));
        }

        static JsonNode Presto(JsonObject view) =>
            JsonNode.Parse(Convert.FromBase64String(((string)view["ViewOriginalText"]!).Split(' ')[3]))!;
    }

    [Fact]
    public void What_it_holds_stays_in_prod()
    {
        ((string?)Table(Stack)["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)Table(stacks.With(Stacks.Variants[1]))["DeletionPolicy"]).ShouldBe("Delete");

        static JsonObject Table(Synthesized stack) =>
            stack.OfType("AWS::Glue::Table").Single(table => table["Properties"]!["TableInput"] is null);
    }

    [GeneratedRegex(@"^  (\w+) (\w+),?\r?$", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\banalytics\.\w+")]
    private static partial Regex TableRead();

    [GeneratedRegex(@"current_date - interval '\d+' day")]
    private static partial Regex DaysAgo();
}
