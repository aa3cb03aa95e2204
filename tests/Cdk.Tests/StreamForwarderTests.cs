using System.Text.Json.Nodes;
using Analytics;

namespace Cdk.Tests;

public sealed class StreamForwarderTests(Stacks stacks)
{
    [Fact]
    public void The_mapping_loses_nothing_that_can_be_delivered()
    {
        var mapping = stacks.With().OfType("AWS::Lambda::EventSourceMapping").ShouldHaveSingleItem()["Properties"]!.AsObject();

        mapping.ToDictionary(property => property.Key, property => property.Value is JsonValue value ? value.ToString() : "")
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["BatchSize"] = $"{Pipeline.BatchSize}",
                    ["BisectBatchOnFunctionError"] = Pipeline.BisectOnError ? "true" : "false",
                    ["DestinationConfig"] = "",
                    ["EventSourceArn"] = "",
                    ["FilterCriteria"] = "",
                    ["FunctionName"] = "",
                    ["FunctionResponseTypes"] = "",
                    ["MaximumBatchingWindowInSeconds"] = $"{Pipeline.BatchWindowSeconds}",
                    ["MaximumRecordAgeInSeconds"] = $"{Pipeline.MaxRecordAgeSeconds}",
                    ["MaximumRetryAttempts"] = $"{Pipeline.MaxRetryAttempts}",
                    ["ParallelizationFactor"] = $"{Pipeline.ParallelizationFactor}",
                    ["StartingPosition"] = "TRIM_HORIZON",
                },
                ignoreOrder: true);
        Synthesized.Render(mapping["EventSourceArn"]).ShouldBe("{HitsTable.StreamArn}");
        Synthesized.Render(mapping["FunctionName"]).ShouldBe("{StreamForwarderFunction.Arn}");
        Synthesized.Render(mapping["DestinationConfig"]!["OnFailure"]!["Destination"]).ShouldBe("{DeliveryToS3Bucket.Arn}");
        mapping["FunctionResponseTypes"]!.ToJsonString().ShouldBe("""["ReportBatchItemFailures"]""");
        var filter = mapping["FilterCriteria"]!["Filters"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)filter["Pattern"]).ShouldBe("""{"eventName":["INSERT"]}""");
    }

    [Fact]
    public void A_record_is_given_up_before_the_stream_forgets_it() =>
        Pipeline.MaxRecordAgeSeconds.ShouldBeInRange(60, (24 * 60 * 60) - 1);

    [Fact]
    public void The_forwarder_is_told_where_hits_go()
    {
        var function = stacks.With().Properties("AWS::Lambda::Function", "StreamForwarder");

        var variables = function["Environment"]!["Variables"]!.AsObject();

        variables.Select(variable => $"{variable.Key}={Synthesized.Render(variable.Value)}").ShouldBe(
        [
            $"DELIVERY_LOG_TABLE={Names.DeliveryLogTable}",
            $"DELIVERY_STREAM={Names.DeliveryStream}",
            "METRICS_NAMESPACE=PetMatch",
            "QUARANTINE_BUCKET={DeliveryToS3Bucket}",
        ]);
        stacks.With().ShouldHave("AWS::Lambda::Function", $$"""
            {
              "FunctionName": "pet-match-forwarder", "Runtime": "dotnet10", "Handler": "{{Names.ForwarderAssembly}}",
              "MemorySize": {{Pipeline.ForwarderMemoryMegabytes}}, "Timeout": {{Pipeline.ForwarderTimeoutSeconds}},
              "TracingConfig": { "Mode": "Active" }, "LoggingConfig": { "LogFormat": "JSON" }
            }
            """);
    }

    [Fact]
    public void Concurrency_is_reserved_where_that_was_asked_for()
    {
        stacks.With().Properties("AWS::Lambda::Function", "StreamForwarder").ContainsKey("ReservedConcurrentExecutions").ShouldBeFalse();
        stacks.With(Stacks.Variants[2]).ShouldHave(
            "AWS::Lambda::Function", """{ "FunctionName": "pet-match-forwarder", "ReservedConcurrentExecutions": 3 }""");
    }

    [Fact]
    public void The_delivery_log_has_its_index_of_statuses() => stacks.With().ShouldHave("AWS::DynamoDB::Table", $$"""
        {
          "TableName": "{{Names.DeliveryLogTable}}",
          "KeySchema": [{ "AttributeName": "{{DeliveryLogEntry.KeyAttribute}}", "KeyType": "HASH" }],
          "GlobalSecondaryIndexes": [{
            "IndexName": "{{DeliveryLogEntry.StatusIndex}}",
            "KeySchema": [
              { "AttributeName": "{{DeliveryLogEntry.StatusAttribute}}", "KeyType": "HASH" },
              { "AttributeName": "{{DeliveryLogEntry.TimeAttribute}}", "KeyType": "RANGE" }
            ],
            "Projection": { "ProjectionType": "ALL" }
          }]
        }
        """);
}
