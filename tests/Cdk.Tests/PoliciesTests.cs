using System.Text.Json.Nodes;
using Cdk.Constructs;

namespace Cdk.Tests;

public sealed class PoliciesTests(Stacks stacks)
{
    private const string DynamoDbTable = "arn:{AWS::Partition}:dynamodb:{AWS::Region}:{AWS::AccountId}:table/";

    /// <summary>All that anything may do, each line with the reason where a resource is no single one.</summary>
    private static readonly string[] Allowed =
    [
        "SkillEndpointRole: dynamodb:PutItem on {HitsTable.Arn}",
        "SkillEndpointRole: dynamodb:GetItem on " + DynamoDbTable + "pet-match-breeds-*", // a table a catalog: an upgrade reads two
        "SkillEndpointRole: dynamodb:GetItem on " + DynamoDbTable + "dev-pet-match-breeds-*",
        "SkillEndpointRole: dynamodb:GetItem on " + DynamoDbTable + "test1-pet-match-breeds-*",
        "SkillEndpointRole: dynamodb:GetItem on {SkillEndpointAttributesTable.Arn}",
        "SkillEndpointRole: dynamodb:UpdateItem on {SkillEndpointAttributesTable.Arn}",
        "SkillEndpointRole: dynamodb:DeleteItem on {SkillEndpointAttributesTable.Arn}",
        "SkillEndpointRole: s3:GetObject on {SkillEndpointAttributesBucket.Arn}/attributes/*", // an object a user
        "SkillEndpointRole: s3:PutObject on {SkillEndpointAttributesBucket.Arn}/attributes/*",
        "SkillEndpointRole: s3:DeleteObject on {SkillEndpointAttributesBucket.Arn}/attributes/*",
        "SkillEndpointRole: s3:ListBucket on {SkillEndpointAttributesBucket.Arn} if StringLike s3:prefix attributes/*",
        "SkillEndpointRole: logs:CreateLogStream on {SkillEndpointLog.Arn}",
        "SkillEndpointRole: logs:PutLogEvents on {SkillEndpointLog.Arn}",
        "SkillEndpointRole: xray:PutTraceSegments on *", // X-Ray knows no resource
        "SkillEndpointRole: xray:PutTelemetryRecords on *",
        "StreamForwarderRole: dynamodb:DescribeStream on {HitsTable.StreamArn}",
        "StreamForwarderRole: dynamodb:GetRecords on {HitsTable.StreamArn}",
        "StreamForwarderRole: dynamodb:GetShardIterator on {HitsTable.StreamArn}",
        "StreamForwarderRole: dynamodb:ListStreams on {HitsTable.StreamArn}",
        "StreamForwarderRole: firehose:PutRecordBatch on {DeliveryToS3Stream.Arn}",
        "StreamForwarderRole: dynamodb:PutItem on {StreamForwarderDeliveryLog.Arn}",
        "StreamForwarderRole: s3:PutObject on {DeliveryToS3Bucket.Arn}/quarantine/*", // an object a record
        "StreamForwarderRole: s3:PutObject on {DeliveryToS3Bucket.Arn}/aws/lambda/*", // an object a batch
        "StreamForwarderRole: s3:ListBucket on {DeliveryToS3Bucket.Arn}",
        "StreamForwarderRole: logs:CreateLogStream on {StreamForwarderLog.Arn}",
        "StreamForwarderRole: logs:PutLogEvents on {StreamForwarderLog.Arn}",
        "StreamForwarderRole: xray:PutTraceSegments on *", // X-Ray knows no resource
        "StreamForwarderRole: xray:PutTelemetryRecords on *",
        "DeliveryToS3Role: s3:AbortMultipartUpload on {DeliveryToS3Bucket.Arn}/analytics-*", // an object a buffer
        "DeliveryToS3Role: s3:GetObject on {DeliveryToS3Bucket.Arn}/analytics-*",
        "DeliveryToS3Role: s3:PutObject on {DeliveryToS3Bucket.Arn}/analytics-*",
        "DeliveryToS3Role: s3:AbortMultipartUpload on {DeliveryToS3Bucket.Arn}/errors/*",
        "DeliveryToS3Role: s3:GetObject on {DeliveryToS3Bucket.Arn}/errors/*",
        "DeliveryToS3Role: s3:PutObject on {DeliveryToS3Bucket.Arn}/errors/*",
        "DeliveryToS3Role: s3:GetBucketLocation on {DeliveryToS3Bucket.Arn}",
        "DeliveryToS3Role: s3:ListBucket on {DeliveryToS3Bucket.Arn}",
        "DeliveryToS3Role: s3:ListBucketMultipartUploads on {DeliveryToS3Bucket.Arn}",
        "DeliveryToS3Role: logs:PutLogEvents on arn:{AWS::Partition}:logs:{AWS::Region}:{AWS::AccountId}"
            + ":log-group:{DeliveryToS3Log}:log-stream:{DeliveryToS3LogStream}",
        // The roll-up's merge, in two stages; the names of files are Iceberg's and Athena's choice.
        .. RollUp("", "analytics", "petmatch"),
        .. RollUp("dev-", "dev_analytics", "dev_petmatch"),
        "RollUpRole: s3:GetBucketLocation on {DeliveryToS3Bucket.Arn}",
        "RollUpRole: s3:ListBucket on {DeliveryToS3Bucket.Arn}",
        "RollUpRole: s3:ListBucketMultipartUploads on {DeliveryToS3Bucket.Arn}",
        "RollUpRole: s3:GetObject on {DeliveryToS3Bucket.Arn}/analytics-*",
        "RollUpRole: s3:GetObject on {DeliveryToS3Bucket.Arn}/petmatch-daily/*",
        "RollUpRole: s3:PutObject on {DeliveryToS3Bucket.Arn}/petmatch-daily/*",
        "RollUpRole: s3:AbortMultipartUpload on {DeliveryToS3Bucket.Arn}/petmatch-daily/*",
        "RollUpRole: s3:ListMultipartUploadParts on {DeliveryToS3Bucket.Arn}/petmatch-daily/*",
        "RollUpRole: s3:GetObject on {DeliveryToS3Bucket.Arn}/query-results/*",
        "RollUpRole: s3:PutObject on {DeliveryToS3Bucket.Arn}/query-results/*",
        "RollUpRole: s3:AbortMultipartUpload on {DeliveryToS3Bucket.Arn}/query-results/*",
        "RollUpRole: s3:ListMultipartUploadParts on {DeliveryToS3Bucket.Arn}/query-results/*",
        "RollUpRole: sqs:SendMessage on {RollUpQueue.Arn}",
    ];

    [Fact]
    public void Roles_may_do_what_the_list_allows_and_nothing_wider()
    {
        var found = Stacks.Variants.SelectMany(variant => RoleLines(stacks.With(variant))).Distinct(StringComparer.Ordinal).ToArray();

        found.Except(Allowed, StringComparer.Ordinal).ShouldBeEmpty();
        Allowed.Except(found, StringComparer.Ordinal).ShouldBeEmpty("the list allows what nothing asks for");
    }

    [Fact]
    public void A_grant_that_somebody_adds_is_given_and_is_seen_here()
    {
        var stack = stacks.WithChange(stack =>
        {
            var skill = (SkillEndpoint)stack.Node.FindChild("SkillEndpoint");
            var delivery = (DeliveryToS3)stack.Node.FindChild("DeliveryToS3");
            delivery.Bucket.GrantRead(skill.Function);
        });

        RoleLines(stack).Except(Allowed, StringComparer.Ordinal)
            .ShouldContain("SkillEndpointRole: s3:GetObject* on {DeliveryToS3Bucket.Arn}/*");
    }

    [Fact]
    public void Grants_are_for_the_chosen_store_alone()
    {
        Of(Stacks.Variants[0]).ShouldNotContain(line => line.Contains("AttributesBucket", StringComparison.Ordinal));
        Of(Stacks.Variants[2]).ShouldNotContain(line => line.Contains("AttributesTable", StringComparison.Ordinal));
        Of(Stacks.Variants[3]).ShouldNotContain(line => line.Contains("Attributes", StringComparison.Ordinal));
        Of(Stacks.Variants[4]).ShouldNotContain(line => line.Contains("Attributes", StringComparison.Ordinal));

        IEnumerable<string> Of(string[] variant) => RoleLines(stacks.With(variant));
    }

    [Fact]
    public void Roles_are_for_one_service_each_and_take_no_managed_policies()
    {
        foreach (var resource in Stacks.Variants.SelectMany(variant => stacks.With(variant).OfType("AWS::IAM::Role")))
        {
            var role = resource["Properties"]!;
            role["ManagedPolicyArns"].ShouldBeNull();
            role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!["Principal"]!.ToJsonString()
                .ShouldBeOneOf(
                    """{"Service":"lambda.amazonaws.com"}""",
                    """{"Service":"firehose.amazonaws.com"}""",
                    """{"Service":"scheduler.amazonaws.com"}""");
        }
    }

    [Fact]
    public void Policies_of_resources_open_them_to_one_service_of_this_account_or_deny()
    {
        var found = Stacks.Variants.SelectMany(variant => ResourceStatements(stacks.With(variant)))
            .Where(statement => (string?)statement["Effect"] != "Deny")
            .Select(statement => statement.ToJsonString()).Distinct(StringComparer.Ordinal).ToArray();

        found.Length.ShouldBe(2);
        found[1].ShouldContain("\"Principal\":{\"Service\":\"events.amazonaws.com\"}");
        found[1].ShouldContain("\"ArnEquals\":{\"aws:SourceArn\":{\"Fn::GetAtt\":[\"RollUpFailedQueries");
        found[1].ShouldContain("\"Action\":\"sqs:SendMessage\"");
        found[0].ShouldContain("\"Principal\":{\"Service\":\"cloudwatch.amazonaws.com\"}");
        found[0].ShouldContain("\"aws:SourceAccount\":{\"Ref\":\"AWS::AccountId\"}");
        found[0].ShouldContain("\"Action\":\"sns:Publish\"");
    }

    [Fact]
    public void The_policy_of_the_log_lets_events_in_and_nothing_else()
    {
        var policy = stacks.With().Properties("AWS::Logs::ResourcePolicy", "ObservabilitySetAside");

        var statement = JsonNode.Parse(Synthesized.Render(policy["PolicyDocument"]))!["Statement"]!.AsArray().ShouldHaveSingleItem()!;

        statement["Principal"]!.ToJsonString().ShouldBe("""{"Service":["events.amazonaws.com","delivery.logs.amazonaws.com"]}""");
        statement["Action"]!.ToJsonString().ShouldBe("""["logs:CreateLogStream","logs:PutLogEvents"]""");
        ((string?)statement["Resource"]).ShouldBe("{ObservabilitySetAsideLog.Arn}");
    }

    [Fact]
    public void No_policy_stands_where_these_tests_do_not_look()
    {
        string[] known =
            
            [
                "AWS::IAM::Role", "AWS::IAM::Policy", "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy",
                "AWS::Logs::ResourcePolicy",
            ];
        foreach (var resource in Stacks.Variants.SelectMany(variant => stacks.With(variant).Resources.Select(resource => resource.Value!)))
        {
            ((string)resource["Type"]!).ShouldSatisfyAllConditions(type =>
                (known.Contains(type) || !resource.ToJsonString().Contains("\"Effect\"", StringComparison.Ordinal)).ShouldBeTrue(type));
        }
    }

    private static IEnumerable<string> RollUp(string stage, string database, string table)
    {
        const string Glue = "arn:{AWS::Partition}:glue:{AWS::Region}:{AWS::AccountId}:";
        string[] tables = [table, $"{table}_turns", $"{table}_daily"];
        return
        [
            $"RollUpRole: athena:StartQueryExecution on arn:{{AWS::Partition}}:athena:{{AWS::Region}}:{{AWS::AccountId}}:workgroup/{stage}pet-match-roll-up",
            $"RollUpRole: glue:GetDatabase on {Glue}catalog",
            $"RollUpRole: glue:GetDatabase on {Glue}database/default", // Athena asks for it, whatever is queried
            $"RollUpRole: glue:GetDatabase on {Glue}database/{database}",
            .. Of("GetTable", tables),
            .. Of("GetPartitions", table),
            .. Of("UpdateTable", $"{table}_daily"),
        ];

        IEnumerable<string> Of(string action, params string[] names) =>
            new[] { "catalog", $"database/{database}" }.Concat(names.Select(name => $"table/{database}/{name}"))
                .Select(resource => $"RollUpRole: glue:{action} on {Glue}{resource}");
    }

    /// <summary>What roles may do, be it written into the role or a policy of its own, as grants of the CDK add them.</summary>
    private static IEnumerable<string> RoleLines(Synthesized stack) =>
        from policy in InRoles(stack).Concat(Attached(stack))
        let role = policy.Role[..^8]
        from statement in policy.Document["Statement"]!.AsArray()
        from action in List(statement["Action"])
        from target in List(statement["Resource"])
        select $"{role}: {action} on {target}{Condition(statement["Condition"])}{((string?)statement["Effect"] == "Allow" ? "" : " DENY")}";

    private static IEnumerable<(string Role, JsonNode Document)> InRoles(Synthesized stack) =>
        from resource in stack.Resources
        where (string?)resource.Value!["Type"] == "AWS::IAM::Role"
        from policy in resource.Value["Properties"]!["Policies"]?.AsArray() ?? []
        select (resource.Key, policy["PolicyDocument"]!);

    private static IEnumerable<(string Role, JsonNode Document)> Attached(Synthesized stack) =>
        from policy in stack.OfType("AWS::IAM::Policy")
        from role in policy["Properties"]!["Roles"]!.AsArray()
        select ((string)role!["Ref"]!, policy["Properties"]!["PolicyDocument"]!);

    private static IEnumerable<JsonNode> ResourceStatements(Synthesized stack) =>
        from type in new[] { "AWS::S3::BucketPolicy", "AWS::SNS::TopicPolicy", "AWS::SQS::QueuePolicy" }
        from policy in stack.OfType(type)
        from statement in policy["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray()
        select statement;

    private static IEnumerable<string> List(JsonNode? value) =>
        value is JsonArray many ? many.Select(Synthesized.Render) : [Synthesized.Render(value)];

    private static string Condition(JsonNode? condition) => condition is not JsonObject tests ? "" : string.Concat(
        from test in tests
        from operand in test.Value!.AsObject()
        select $" if {test.Key} {operand.Key} {Synthesized.Render(operand.Value)}");
}
