using Analytics;

namespace Cdk.Tests;

public sealed class HitsTableTests(Stacks stacks)
{
    [Fact]
    public void The_hits_table_is_on_demand_encrypted_recoverable_and_streams_new_images() => stacks.With().ShouldHave(
        "AWS::DynamoDB::Table", $$"""
        {
          "TableName": "{{Names.HitsTable}}",
          "KeySchema": [{ "AttributeName": "{{Columns.All[0].Name}}", "KeyType": "HASH" }],
          "AttributeDefinitions": [{ "AttributeName": "{{Columns.All[0].Name}}", "AttributeType": "S" }],
          "BillingMode": "PAY_PER_REQUEST",
          "StreamSpecification": { "StreamViewType": "NEW_IMAGE" },
          "TimeToLiveSpecification": { "AttributeName": "{{Names.TtlAttribute}}", "Enabled": true },
          "PointInTimeRecoverySpecification": { "PointInTimeRecoveryEnabled": true },
          "SSESpecification": { "SSEEnabled": true }
        }
        """);

    [Fact]
    public void On_provisioned_capacity_its_writes_scale_between_the_bounds()
    {
        var stack = stacks.With(Stacks.Variants[2]);

        stack.ShouldHave("AWS::DynamoDB::Table", """{ "ProvisionedThroughput": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 5 } }""");
        stack.ShouldHave("AWS::ApplicationAutoScaling::ScalableTarget", """
            { "MinCapacity": 5, "MaxCapacity": 400, "ScalableDimension": "dynamodb:table:WriteCapacityUnits" }
            """);
        stack.ShouldHave("AWS::ApplicationAutoScaling::ScalingPolicy", """
            {
              "PolicyType": "TargetTrackingScaling",
              "TargetTrackingScalingPolicyConfiguration": {
                "PredefinedMetricSpecification": { "PredefinedMetricType": "DynamoDBWriteCapacityUtilization" }, "TargetValue": 70
              }
            }
            """);
    }

    [Fact]
    public void What_holds_data_is_retained_in_prod_and_destroyed_elsewhere()
    {
        string[] holdsData = ["HitsTable", "SkillEndpointAttributes", "StreamForwarderDeliveryLog", "DeliveryToS3Bucket"];

        Policies(stacks.With()).ShouldBe(holdsData.ToDictionary(id => id, _ => "RetainExceptOnCreate Retain"), ignoreOrder: true);
        Policies(stacks.With(Stacks.Variants[1])).ShouldBe(holdsData.ToDictionary(id => id, _ => "Delete Delete"), ignoreOrder: true);
        Policies(stacks.With(Stacks.Variants[2]))["SkillEndpointAttributes"].ShouldBe("RetainExceptOnCreate Retain");

        Dictionary<string, string> Policies(Synthesized stack) => holdsData.ToDictionary(id => id, id =>
        {
            var resource = stack.Resources.Single(resource => resource.Key.StartsWith(id, StringComparison.Ordinal)
                && (string?)resource.Value!["Type"] is "AWS::DynamoDB::Table" or "AWS::S3::Bucket").Value!;
            return $"{resource["DeletionPolicy"]} {resource["UpdateReplacePolicy"]}";
        });
    }

    [Fact]
    public void Every_table_is_encrypted_and_recoverable()
    {
        foreach (var table in Stacks.Variants.SelectMany(variant => stacks.With(variant).OfType("AWS::DynamoDB::Table")))
        {
            ((bool)table["Properties"]!["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!).ShouldBeTrue();
            ((bool)table["Properties"]!["SSESpecification"]!["SSEEnabled"]!).ShouldBeTrue();
        }
    }
}
