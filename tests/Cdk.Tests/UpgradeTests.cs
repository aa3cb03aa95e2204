using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.CDK.AWS.Lambda;
using Cdk.Constructs;
using FunctionHosting;

namespace Cdk.Tests;

/// <summary>
/// What an upgrade does to the version that is live. CloudFormation makes what is new, in the order of references and DependsOn, and deletes
/// what was replaced or removed when all the rest is done.
/// </summary>
public sealed class UpgradeTests(Stacks stacks)
{
    private const string OtherCatalog = "size,temperament,energy,breed\ntiny,guard,low,Chihuahua\n";

    [Fact]
    public void Another_catalog_is_another_table_and_another_version()
    {
        var (before, after) = (stacks.With(), stacks.WithCatalog(OtherCatalog));

        VersionOf(after).ShouldNotBe(VersionOf(before));
        BreedsTable(after).Name.ShouldNotBe(BreedsTable(before).Name);
        BreedsTable(after).Id.ShouldBe(BreedsTable(before).Id, "replaced, the old table stays until the alias has turned");
        foreach (var stack in new[] { before, after })
        {
            VariablesOf(stack, "SkillEndpoint")[Variables.BreedsTable]!.ToString().ShouldBe(BreedsTable(stack).Name);
            Granted(stack).ShouldContain(pattern => Matches(pattern, BreedsTable(before).Name));
            Granted(stack).ShouldContain(pattern => Matches(pattern, BreedsTable(after).Name));
        }
    }

    [Fact]
    public void The_same_catalog_and_names_are_the_same_version()
    {
        var again = stacks.WithCatalog(Checkout.Read("catalog", "breeds.csv"));

        again.Text.ShouldBe(stacks.With().Text);
    }

    [Theory]
    [InlineData("hitsTable", Variables.HitsTable)]
    [InlineData("attributesTable", Variables.AttributesTable)]
    public void Another_name_is_another_version_of_the_skill(string option, string variable)
    {
        var (before, after) = (stacks.With(), stacks.With($"{option}=another-name"));

        VersionOf(after).ShouldNotBe(VersionOf(before));
        VariablesOf(after, "SkillEndpoint")[variable]!.ToString().ShouldBe("another-name");
    }

    [Theory]
    [InlineData("deliveryStream", Variables.DeliveryStream)]
    [InlineData("deliveryLogTable", Variables.DeliveryLogTable)]
    public void Another_name_is_another_text_in_the_forwarders_environment(string option, string variable) =>
        VariablesOf(stacks.With($"{option}=another-name"), "StreamForwarder")[variable]!.ToString().ShouldBe("another-name");

    [Theory]
    [InlineData("SkillEndpoint", "hitsTable=another-name")]
    [InlineData("SkillEndpoint", "attributesTable=another-name")]
    [InlineData("SkillEndpoint", "attributesStore=s3")]
    [InlineData("StreamForwarder", "hitsTable=another-name")]
    [InlineData("StreamForwarder", "deliveryLogTable=another-name")]
    [InlineData("StreamForwarder", "deliveryStream=another-name")]
    public void The_live_version_keeps_what_it_may_do_until_the_next_is_live(string function, string change)
    {
        PolicyOf(stacks.With(change), function).ShouldNotBe(PolicyOf(stacks.With(), function), "a policy that changes in place takes at once");
        PolicyOf(stacks.With("skillVersion=2"), function).ShouldBe(PolicyOf(stacks.With(), function));
    }

    /// <summary>What an owner changes from one deployment to the next.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "", "attributesTokenSecret=another/token" },
        { "", "attributesTokenVersion=12345678-1234-1234-1234-123456789012" },
        { "", "attributesUrl=https://another.example.com" },
        { "", "attributesStore=dynamodb" },
        { "", "attributesStore=s3" },
        { "", "attributesStore=none" },
        { "", "attributesKey=deviceId" },
        { "", "alexaSkillId=amzn1.ask.skill.12345678-1234-1234-1234-123456789012" },
        { "", "skillVersion=2" },
        { "", "hitTtlDays=7" },
        { "", "analyticsUserId=pseudonym" },
        { "", "hitsTable=another-name" },
        { "", "deliveryStream=another-name" },
        { "", "deliveryLogTable=another-name" },
        { "", "database=another_name" },
        { "", "table=another_name" },
        { "", "hitsCapacity=5-400" },
        { "", "bufferSeconds=300" },
        { "", "expireDays=400" },
        { "", "protection=on" },
        { "", "skillStart=provisioned" },
        { "", "forwarderConcurrency=3" },
        { "", "architecture=arm64" },
        { "", "alarmEmail=ops@example.com" },
        { "", "rollUp=daily" },
        { "attributesStore=dynamodb", "attributesTable=another-name" },
        { "attributesStore=dynamodb", "attributesName=mapAttr" },
        { "attributesStore=dynamodb", "attributesTtlDays=30" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_upgrade_breaks_neither_the_live_version_nor_the_data(string before, string after)
    {
        string[] memory = ["attributesStore=http", "attributesUrl=https://memory.example.com", "attributesTokenSecret=pet-match/token"];
        var start = before.Length == 0 ? memory : [before];

        Hold(stacks.With(start), stacks.With([.. start, after]));
    }

    [Fact]
    public void Another_executable_is_another_version()
    {
        var after = stacks.WithChange(stack =>
            ((CfnFunction)((SkillEndpoint)stack.Node.FindChild("SkillEndpoint")).Function.Node.DefaultChild!)
                .AddPropertyOverride("Code.S3Key", "another.zip"));

        VersionOf(after).ShouldNotBe(VersionOf(stacks.With()));
        Hold(stacks.With(), after);
    }

    [Fact]
    public void A_renamed_delivery_stream_and_database_of_prod_stay_with_what_they_hold()
    {
        foreach (var type in new[] { "AWS::KinesisFirehose::DeliveryStream", "AWS::Glue::Database" })
        {
            ((string?)stacks.With().OfType(type).Single()["UpdateReplacePolicy"]).ShouldBe("Retain");
            stacks.With("stage=dev").OfType(type).Single()["UpdateReplacePolicy"].ShouldBeNull();
        }
    }

    [Fact]
    public void No_variable_can_change_its_meaning_while_its_text_stays()
    {
        foreach (var stack in Stacks.Variants.Select(variant => stacks.With(variant)))
        {
            foreach (var (name, value) in new[] { "SkillEndpoint", "StreamForwarder" }.SelectMany(id => VariablesOf(stack, id)))
            {
                if (value is JsonObject reference)
                {
                    // A bucket without a name of its own is never replaced.
                    var bucket = stack.Resources[(string)reference["Ref"]!]!;
                    ((string?)bucket["Type"]).ShouldBe("AWS::S3::Bucket", name);
                    bucket["Properties"]!["BucketName"].ShouldBeNull(name);
                }
            }
        }
    }

    [Fact]
    public void What_a_function_names_is_there_before_it()
    {
        foreach (var stack in Stacks.Variants.Select(variant => stacks.With(variant)))
        {
            foreach (var function in new[] { "SkillEndpoint", "StreamForwarder" })
            {
                var waitsFor = DependenciesOf(stack, function);
                var named = VariablesOf(stack, function).Select(variable => variable.Value).OfType<JsonValue>()
                    .Select(name => (string)name!);
                var resources =
                    from resource in stack.Resources
                    let properties = resource.Value!["Properties"]
                    where named.Contains((string?)properties?["TableName"] ?? (string?)properties?["DeliveryStreamName"])
                    select resource.Key;

                resources.ShouldNotBeEmpty();
                resources.ShouldBeSubsetOf(waitsFor);
                waitsFor.ShouldContain(PolicyOf(stack, function));
            }
        }
    }

    /// <summary>The rules of every upgrade.</summary>
    private static void Hold(Synthesized before, Synthesized after)
    {
        // A version holds the code and the settings of one moment: what the function reads has changed only if it is another version.
        if (!JsonNode.DeepEquals(PropertiesOf(before, "SkillEndpoint"), PropertiesOf(after, "SkillEndpoint")))
        {
            VersionOf(after).ShouldNotBe(VersionOf(before));
        }

        foreach (var (id, resource) in after.Resources)
        {
            if (before.Resources[id] is { } earlier)
            {
                ((string?)resource!["Type"]).ShouldBe((string?)earlier["Type"], id);
                HoldPolicy(id, earlier, resource, before, after);
                HoldData(id, earlier, resource);
            }
        }

        // What is no longer in the template goes in the end; what holds data of prod stays then, too.
        before.Resources.Where(resource => !after.Resources.ContainsKey(resource.Key) && HoldsData(resource.Value!))
            .ShouldAllBe(gone => (string?)gone.Value!["DeletionPolicy"] == "RetainExceptOnCreate");
    }

    /// <summary>A policy of a function is replaced, never changed: in place, it would take from the live version at once.</summary>
    private static void HoldPolicy(string id, JsonNode earlier, JsonNode resource, Synthesized before, Synthesized after)
    {
        if ((string?)resource["Type"] == "AWS::IAM::Policy")
        {
            Meaning(resource, after).ShouldBe(Meaning(earlier, before), id);
        }

        static string Meaning(JsonNode policy, Synthesized stack) => string.Concat(
            policy.ToJsonString(),
            string.Join(' ', stack.Resources.Select(named => named.Value!["Properties"])
                .Select(named => (string?)(named?["TableName"] ?? named?["DeliveryStreamName"]))
                .Where((name, index) => name is not null && policy.ToJsonString().Contains(stack.Resources.ElementAt(index).Key, StringComparison.Ordinal))));
    }

    /// <summary>What holds data is replaced only where its own name was changed, and is retained then.</summary>
    private static void HoldData(string id, JsonNode earlier, JsonNode resource)
    {
        if (!HoldsData(resource))
        {
            return;
        }

        // The properties whose change replaces a table or a bucket, by CloudFormation's documentation of the two types.
        string[] replacing = ["KeySchema", "ImportSourceSpecification", "BucketName"];
        foreach (var property in replacing)
        {
            JsonNode.DeepEquals(resource["Properties"]![property], earlier["Properties"]![property]).ShouldBeTrue($"{id}.{property}");
        }

        ((string?)resource["UpdateReplacePolicy"]).ShouldBe("Retain", id);
    }

    /// <summary>Tables and buckets of the owner's data; the table of breeds is made of the checkout.</summary>
    private static bool HoldsData(JsonNode resource) =>
        (string?)resource["Type"] is "AWS::DynamoDB::Table" or "AWS::S3::Bucket"
        && resource["Properties"]!["ImportSourceSpecification"] is null;

    private static JsonObject PropertiesOf(Synthesized stack, string function) => stack.Properties("AWS::Lambda::Function", function);

    private static string VersionOf(Synthesized stack) =>
        stack.Resources.Single(resource => (string?)resource.Value!["Type"] == "AWS::Lambda::Version").Key;

    private static (string Id, string Name) BreedsTable(Synthesized stack) => stack.Resources
        .Where(resource => (string?)resource.Value!["Type"] == "AWS::DynamoDB::Table"
            && resource.Key.StartsWith("SkillEndpointBreeds", StringComparison.Ordinal))
        .Select(resource => (resource.Key, (string)resource.Value!["Properties"]!["TableName"]!)).Single();

    private static JsonObject VariablesOf(Synthesized stack, string function) =>
        stack.Properties("AWS::Lambda::Function", function)["Environment"]!["Variables"]!.AsObject();

    private static string[] DependenciesOf(Synthesized stack, string function) => stack.Resources
        .Where(resource => resource.Key.StartsWith(function, StringComparison.Ordinal))
        .Where(resource => (string?)resource.Value!["Type"] == "AWS::Lambda::Function")
        .SelectMany(resource => resource.Value!["DependsOn"]!.AsArray()).Select(id => (string)id!).ToArray();

    private static string PolicyOf(Synthesized stack, string function) => stack.Resources
        .Where(resource => (string?)resource.Value!["Type"] == "AWS::IAM::Policy")
        .Single(resource => resource.Key.StartsWith($"{function}RoleGrants", StringComparison.Ordinal)).Key;

    /// <summary>The tables that the skill may read, as patterns of names.</summary>
    private static IEnumerable<string> Granted(Synthesized stack) =>
        from statement in stack.Properties("AWS::IAM::Policy", "SkillEndpointRoleGrants")["PolicyDocument"]!["Statement"]!.AsArray()
        where statement["Action"] is JsonValue action && (string?)action == "dynamodb:GetItem"
        select Synthesized.Render(statement["Resource"]).Split('/')[^1];

    private static bool Matches(string pattern, string name) =>
        Regex.IsMatch(name, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");
}
