using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdk.Settings;
using Constructs;

namespace Cdk.Tests;

public sealed partial class TemplateTests(Stacks stacks)
{
    [Fact]
    public async Task Every_resource_keeps_to_the_schema_of_its_type() =>
        (await Peer.CheckAsync("schemas.mjs", stacks.Files)).ShouldBeEmpty();

    [Fact]
    public async Task Every_resource_keeps_to_the_rules_or_has_a_written_reason() =>
        (await Peer.CheckAsync("rules.mjs", stacks.Files)).ShouldBeEmpty();

    [Fact]
    public void Every_suppression_of_a_rule_has_a_reason() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Peer.Folder, "suppressions.json")))!.AsArray()
            .ShouldAllBe(suppression => ((string?)suppression!["reason"])!.Length > 20);

    [Theory]
    [InlineData("DeliveryStreamType", "\"Pull\"", "'Pull' is none of")]
    [InlineData("DeliveryStreamTipe", "\"DirectPut\"", "DeliveryStreamTipe is no property")]
    [InlineData("DeliveryStreamName", "7", "7 is no string")]
    [InlineData("ExtendedS3DestinationConfiguration", "{}", "BucketARN is required")]
    public async Task The_schemas_find_what_is_wrong(string property, string value, string finding)
    {
        var template = stacks.With().Json.DeepClone();
        template["Resources"]!.AsObject().Single(resource => (string?)resource.Value!["Type"] == "AWS::KinesisFirehose::DeliveryStream")
            .Value!["Properties"]![property] = JsonNode.Parse(value);

        (await FindAsync("schemas.mjs", template)).ShouldContain(line => line.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rules_find_what_is_wrong()
    {
        var template = stacks.With().Json.DeepClone();
        template["Resources"]!.AsObject().Single(resource => (string?)resource.Value!["Type"] == "AWS::KinesisFirehose::DeliveryStream")
            .Value!["Properties"]!.AsObject().Remove("DeliveryStreamEncryptionConfigurationInput");

        (await FindAsync("rules.mjs", template)).ShouldContain(line => line.Contains("AwsSolutions-KDF1", StringComparison.Ordinal));
    }

    [Fact]
    public void No_account_and_no_region_is_named()
    {
        foreach (var stack in Stacks.Variants.Select(variant => stacks.With(variant)))
        {
            // The one ARN that a user gives is left out, and so are the zeros of the placeholder skill id.
            var text = stack.Text.Replace("arn:aws:quicksight:us-east-1:000000000000:user", "", StringComparison.Ordinal)
                .Replace(StackSettings.PlaceholderSkillId, "", StringComparison.Ordinal);

            Region().Matches(text).ShouldBeEmpty();
            Account().Matches(text).ShouldBeEmpty();
            text.ShouldNotContain("\"arn:aws:");
        }
    }

    [Fact]
    public void No_machine_is_named() => stacks.With().Text.ShouldNotContain(Path.GetTempPath());

    [Fact]
    public void A_placeholder_for_the_skills_id_is_warned_of()
    {
        WarningsOf().ShouldHaveSingleItem().ShouldStartWith("alexaSkillId is not set: this skill refuses every caller.");
        WarningsOf("alexaSkillId=amzn1.ask.skill.12345678-1234-1234-1234-123456789012").ShouldBeEmpty();

        string[] WarningsOf(params string[] context)
        {
            IMetadataEntry[] entries = [];
            stacks.WithChange(stack => entries = stack.Node.Metadata, context);
            return [.. entries.Where(entry => entry.Type == "aws:cdk:warning").Select(entry => (string)entry.Data)];
        }
    }

    private static async Task<string[]> FindAsync(string script, JsonNode template)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, template.ToJsonString(), TestContext.Current.CancellationToken);
            return await Peer.CheckAsync(script, [file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\b(us|eu|ap|sa|ca|me|af|il|mx)-(gov-)?(north|south)?(east|west|north|south|central)-[0-9]\b")]
    private static partial Regex Region();

    [GeneratedRegex(@"(?<![0-9a-fA-F])[0-9]{12}(?![0-9a-fA-F])")]
    private static partial Regex Account();
}
