using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics;
using FunctionHosting;

namespace Cdk.Tests;

public sealed partial class ObservabilityTests(Stacks stacks)
{
    [Fact]
    public void Whatever_loses_or_delays_hits_has_its_alarm()
    {
        var alarms = stacks.With().OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm["Properties"]!).ToArray();

        alarms.Select(alarm => Expression(alarm) ?? $"{alarm["Namespace"]} {alarm["MetricName"]}{Of(alarm)}").ShouldBe(
            [
                "AWS/Lambda IteratorAge {StreamForwarderFunction}",
                "AWS/Lambda Errors {StreamForwarderFunction}",
                "AWS/Lambda Throttles {StreamForwarderFunction}",
                "AWS/Lambda Errors {SkillEndpointFunction}",
                "AWS/Lambda Throttles {SkillEndpointFunction}",
                "AWS/Firehose DeliveryToS3.DataFreshness {DeliveryToS3Stream}",
                "AWS/Firehose DeliveryToS3.Success {DeliveryToS3Stream}",
                "AWS/Events TriggeredRules {ObservabilitySetAsideRule}",
                "AWS/DynamoDB ThrottledRequests PutItem {HitsTable}",
                "AWS/DynamoDB SystemErrors PutItem {HitsTable}",
                "PetMatch HitsNotWritten pet-match-skill",
                "PetMatch MemoryFailures pet-match-skill",
                "AWS/Lambda DestinationDeliveryFailures {StreamForwarderFunction}",
                "PetMatch BatchFailures pet-match-forwarder",
                "100 * failed / (failed + FILL(found, 0) + FILL(none, 0))",
            ],
            ignoreOrder: true);
        alarms.ShouldAllBe(alarm => Synthesized.Render(alarm["AlarmActions"]!.AsArray().Single()) == "{ObservabilityAlarms}");
        alarms.ShouldAllBe(alarm => (string?)alarm["TreatMissingData"] == "notBreaching");
    }

    [Fact]
    public void The_runbook_has_a_row_for_every_alarm_and_every_alarm_names_the_runbook()
    {
        var alarms = stacks.With(Stacks.Variants[1]).Resources
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::CloudWatch::Alarm").ToArray();

        RunbookRow().Matches(Checkout.Read("docs", "operations.md")).Select(row => row.Groups[1].Value)
            .ShouldBe(alarms.Select(alarm => AlarmId().Match(alarm.Key).Groups[1].Value), ignoreOrder: true);
        foreach (var (id, alarm) in alarms)
        {
            // What is lost comes first, then what to do, then where more stands.
            var sentences = ((string)alarm!["Properties"]!["AlarmDescription"]!).Split(". ");
            sentences.Length.ShouldBeGreaterThanOrEqualTo(3, id);
            sentences[^1].ShouldBe("More in docs/operations.md.", id);
        }
    }

    [Theory]
    [InlineData("StreamLag", "Maximum", 900_000, "GreaterThanThreshold", 300, 3)]
    [InlineData("ForwarderErrors", "Sum", 0, "GreaterThanThreshold", 300, 3)]
    [InlineData("Freshness", "Maximum", Pipeline.BufferSeconds + 900, "GreaterThanThreshold", 300, 3)]
    [InlineData("DeliverySuccess", "Average", 1, "LessThanThreshold", 300, 3)]
    [InlineData("MemoryFailures", "Sum", 0, "GreaterThanThreshold", 300, 3)]
    [InlineData("SetAsideFailures", "Sum", 0, "GreaterThanThreshold", 60, 1)]
    [InlineData("SetAside", "Sum", 0, "GreaterThanThreshold", 60, 1)]
    [InlineData("HitsNotWritten", "Sum", 0, "GreaterThanThreshold", 60, 1)]
    public void Alarms_go_off_where_they_should(string id, string statistic, int threshold, string comparison, int period, int periods)
    {
        var alarm = stacks.With().Properties("AWS::CloudWatch::Alarm", $"Observability{id}Alarm");

        $"{alarm["Statistic"]} {alarm["Threshold"]} {alarm["ComparisonOperator"]} {alarm["Period"]} {alarm["EvaluationPeriods"]}"
            .ShouldBe($"{statistic} {threshold} {comparison} {period} {periods}");
    }

    [Fact]
    public void Failing_look_ups_are_seen_by_their_share_of_all()
    {
        var alarm = stacks.With().Properties("AWS::CloudWatch::Alarm", "ObservabilityLookupFailuresAlarm");

        $"{alarm["Threshold"]} {alarm["ComparisonOperator"]} {alarm["EvaluationPeriods"]}".ShouldBe("5 GreaterThanThreshold 1");
        alarm["Metrics"]!.AsArray().Where(metric => metric!["MetricStat"] is not null)
            .Select(metric => $"{metric!["Id"]} {Read(metric["MetricStat"]!)}")
            .ShouldBe(["failed api_error Sum 900", "found match Sum 900", "none no_match Sum 900"], ignoreOrder: true);
        ((string)alarm["AlarmDescription"]!).ShouldContain("deploy again");

        static string Read(JsonNode statistic)
        {
            var metric = statistic["Metric"]!;
            $"{metric["Namespace"]} {metric["MetricName"]}".ShouldBe($"{Metrics.Namespace} {Metrics.Answers.Name}");
            var dimensions = metric["Dimensions"]!.AsArray().ToDictionary(each => (string)each!["Name"]!, each => (string)each!["Value"]!);
            dimensions[Metrics.FunctionDimension].ShouldBe("pet-match-skill");
            return $"{dimensions[Metrics.OutcomeDimension]} {statistic["Stat"]} {statistic["Period"]}";
        }
    }

    [Fact]
    public void The_guides_costs_count_the_metrics_that_alarms_watch()
    {
        var watched = stacks.With().OfType("AWS::CloudWatch::Alarm").Sum(alarm =>
            alarm["Properties"]!["Metrics"] is JsonArray metrics ? metrics.Count(metric => metric!["MetricStat"] is not null) : 1);

        Checkout.Read("cdk", "README.md").ShouldContain($", {watched} alarm metrics, ");
    }

    [Fact]
    public void An_alarm_reaches_the_address_that_was_given()
    {
        stacks.With().ShouldCount("AWS::SNS::Subscription", 0);
        stacks.With(Stacks.Variants[1]).ShouldHave("AWS::SNS::Subscription", """{ "Protocol": "email", "Endpoint": "ops@example.com" }""");
    }

    [Fact]
    public void What_was_set_aside_is_counted_wherever_it_lies()
    {
        var rule = stacks.With().Properties("AWS::Events::Rule", "ObservabilitySetAside");

        rule["EventPattern"]!["detail"]!["object"]!["key"]!.AsArray().Select(key => (string)key!["prefix"]!)
            .ShouldBe([Names.FailurePrefix, Names.QuarantinePrefix, Names.ErrorPrefix]);
        Synthesized.Render(rule["EventPattern"]!["detail"]!["bucket"]!["name"]![0]).ShouldBe("{DeliveryToS3Bucket}");
        stacks.With().ShouldHave(
            "AWS::S3::Bucket", """{ "NotificationConfiguration": { "EventBridgeConfiguration": { "EventBridgeEnabled": true } } }""");
        Synthesized.Render(rule["Targets"]![0]!["Arn"])
            .ShouldBe("arn:{AWS::Partition}:logs:{AWS::Region}:{AWS::AccountId}:log-group:{ObservabilitySetAsideLog}");
        stacks.With().ShouldHave("AWS::Logs::LogGroup", """{ "LogGroupName": "/aws/events/pet-match-set-aside" }""");
    }

    [Fact]
    public void The_dashboard_shows_every_metric_that_the_functions_emit_and_those_of_the_services()
    {
        var body = stacks.With().OfType("AWS::CloudWatch::Dashboard").ShouldHaveSingleItem()["Properties"]!["DashboardBody"]!;
        var text = string.Concat(body["Fn::Join"]![1]!.AsArray().Select(part => part is JsonValue ? (string?)part : "*"));

        Metrics.All.ShouldAllBe(metric => text.Contains($"\"{Metrics.Namespace}\",\"{metric.Name}\",\"{Metrics.FunctionDimension}\""));
        Enum.GetValues<Outcome>().ShouldAllBe(outcome => text.Contains($"\"{Metrics.OutcomeDimension}\",\"{Columns.Text(outcome)}\""));
        string[] services = ["IteratorAge", "DeliveryToS3.DataFreshness", "ThrottledRecords", "DeliveryToS3.Success", "ThrottledRequests"];
        services.ShouldAllBe(metric => text.Contains($"\"{metric}\""));
        text.ShouldContain("\"expression\":\"bytes / hits\"");
    }

    [Fact]
    public void Stages_have_metrics_of_their_own()
    {
        var alarm = stacks.With("stage=dev").Properties("AWS::CloudWatch::Alarm", "ObservabilityHitsNotWrittenAlarm");

        alarm["Dimensions"]!.ToJsonString().ShouldBe("""[{"Name":"FunctionName","Value":"dev-pet-match-skill"}]""");
    }

    [GeneratedRegex(@"^\| \*(\w+)\* \|", RegexOptions.Multiline)]
    private static partial Regex RunbookRow();

    [GeneratedRegex(@"^(?:Observability|RollUp)(\w+)Alarm[0-9A-F]{8}$")]
    private static partial Regex AlarmId();

    private static string? Expression(JsonNode alarm) =>
        (string?)(alarm["Metrics"] as JsonArray)?.Single(metric => metric!["Expression"] is not null)!["Expression"];

    private static string Of(JsonNode alarm) =>
        string.Concat(alarm["Dimensions"]!.AsArray().Select(dimension => $" {Synthesized.Render(dimension!["Value"])}"));
}
