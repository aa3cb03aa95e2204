using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Analytics;
using FunctionHosting;
using LocalEmulator.Services;

namespace Cdk.Tests;

/// <summary>What runs locally is what would be deployed.</summary>
public sealed class EmulatorTests(Stacks stacks, DynaliteFixture dynalite) : IClassFixture<DynaliteFixture>
{
    [Fact]
    public void The_local_mapping_is_the_deployed_one()
    {
        var mapping = stacks.With().OfType("AWS::Lambda::EventSourceMapping").Single()["Properties"]!;
        var local = Deployed.Mapping;

        ((int)mapping["BatchSize"]!).ShouldBe(local.BatchSize);
        ((int)mapping["MaximumBatchingWindowInSeconds"]!).ShouldBe((int)local.Window.TotalSeconds);
        ((int)mapping["MaximumRetryAttempts"]!).ShouldBe(local.MaxRetryAttempts);
        ((int)mapping["MaximumRecordAgeInSeconds"]!).ShouldBe((int)local.MaxRecordAge.TotalSeconds);
        ((bool)mapping["BisectBatchOnFunctionError"]!).ShouldBe(local.Bisect);
        ((int)mapping["ParallelizationFactor"]!).ShouldBe(1, "the emulator runs one forwarder");
    }

    [Fact]
    public void The_local_delivery_is_the_deployed_one()
    {
        var stream = stacks.With().Properties("AWS::KinesisFirehose::DeliveryStream", "DeliveryToS3");
        var destination = stream["ExtendedS3DestinationConfiguration"]!;
        var delivery = Deployed.Delivery(SkillDefinition.PetMatch);

        ((int)destination["BufferingHints"]!["IntervalInSeconds"]!).ShouldBe((int)delivery.BufferTime.TotalSeconds);
        ((long)destination["BufferingHints"]!["SizeInMBs"]! * 1024 * 1024).ShouldBe(delivery.BufferBytes);
        var name = $"{stream["DeliveryStreamName"]}-1-2026-11-21-00-01-02-x{destination["FileExtension"]}";
        delivery.KeyOf(new DateTimeOffset(2026, 11, 21, 0, 1, 2, TimeSpan.Zero), "x").ShouldBe($"{destination["Prefix"]}2026/11/21/00/{name}");
    }

    [Fact]
    public async Task The_local_tables_are_the_deployed_ones()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await new LocalTables(dynalite.Client, SkillDefinition.PetMatch).PrepareAsync(cancellation);

        foreach (var deployed in stacks.With().OfType("AWS::DynamoDB::Table").Select(table => table["Properties"]!))
        {
            var name = LocalName((string)deployed["TableName"]!);
            var local = await dynalite.Client.DescribeTableAsync(name, cancellation);
            Shape(local.Table).ShouldBe(Shape(deployed), ignoreOrder: true);
        }
    }

    [Fact]
    public void The_functions_get_the_same_names_here_and_there()
    {
        var stack = stacks.With();

        Name("SkillEndpoint", Variables.HitsTable).ShouldBe(Names.HitsTable);
        Name("SkillEndpoint", Variables.AttributesTable).ShouldBe(Names.AttributesTable);
        LocalName(Name("SkillEndpoint", Variables.BreedsTable)).ShouldBe(Names.BreedsTable);
        Name("StreamForwarder", Variables.DeliveryLogTable)
            .ShouldBe(Deployed.ForwarderVariables(SkillDefinition.PetMatch, Names.QuarantinePrefix)[Variables.DeliveryLogTable]);
        Name("StreamForwarder", Variables.DeliveryStream).ShouldBe(Names.DeliveryStream);
        VariablesOf(stacks.With("attributesStore=s3"), "SkillEndpoint")[Variables.AttributesPrefix]!.ToString()
            .ShouldBe(Deployed.SkillVariables(SkillDefinition.PetMatch, "http://127.0.0.1")[Variables.AttributesPrefix]);

        string Name(string function, string variable) => (string)VariablesOf(stack, function)[variable]!;
    }

    [Fact]
    public void Every_variable_is_one_that_its_function_reads()
    {
        Written("SkillEndpoint").Concat(Deployed.SkillVariables(SkillDefinition.PetMatch, "http://127.0.0.1").Keys).ShouldBeSubsetOf(Readable("Skill"));
        Written("StreamForwarder").Concat(Deployed.ForwarderVariables(SkillDefinition.PetMatch, Names.QuarantinePrefix).Keys).ShouldBeSubsetOf(Readable("Stream"));

        IEnumerable<string> Written(string function) =>
            Stacks.Variants.SelectMany(variant => VariablesOf(stacks.With(variant), function).Select(variable => variable.Key)).Distinct();

        static IEnumerable<string> Readable(string function) =>
            from row in Checkout.Read("docs", "functions.md").Split('\n')
            where row.StartsWith($"| {function} | `", StringComparison.Ordinal) || row.StartsWith("| Both | `", StringComparison.Ordinal)
            from name in row.Split('|')[2].Split(',')
            select name.Trim(' ', '`');
    }

    [Fact]
    public void The_functions_have_the_same_time_here_and_there()
    {
        ((int)stacks.With().Properties("AWS::Lambda::Function", "SkillEndpoint")["Timeout"]!).ShouldBe(Pipeline.SkillTimeoutSeconds);
        ((int)stacks.With().Properties("AWS::Lambda::Function", "StreamForwarder")["Timeout"]!).ShouldBe(Pipeline.ForwarderTimeoutSeconds);
        Pipeline.SkillTimeoutSeconds.ShouldBeLessThanOrEqualTo(8, "Alexa waits no longer");
    }

    // The deployed table of breeds has the hash of its catalog after its name.
    private static string LocalName(string name) =>
        name.StartsWith($"{Names.BreedsTable}-", StringComparison.Ordinal) ? Names.BreedsTable : name;

    private static JsonObject VariablesOf(Synthesized stack, string function) =>
        stack.Properties("AWS::Lambda::Function", function)["Environment"]!["Variables"]!.AsObject();

    private static IEnumerable<string> Shape(TableDescription table) =>
    [
        .. table.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"),
        .. table.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}"),
        .. from index in table.GlobalSecondaryIndexes ?? []
           from key in index.KeySchema
           select $"{index.IndexName} {key.AttributeName} {key.KeyType} {index.Projection.ProjectionType}",
    ];

    private static IEnumerable<string> Shape(JsonNode table) =>
    [
        .. table["KeySchema"]!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}"),
        .. table["AttributeDefinitions"]!.AsArray().Select(attribute => $"{attribute!["AttributeName"]} {attribute["AttributeType"]}"),
        .. from index in table["GlobalSecondaryIndexes"]?.AsArray() ?? []
           from key in index["KeySchema"]!.AsArray()
           select $"{index["IndexName"]} {key["AttributeName"]} {key["KeyType"]} {index["Projection"]!["ProjectionType"]}",
    ];
}
