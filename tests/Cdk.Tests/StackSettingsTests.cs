using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cdk.Settings;

namespace Cdk.Tests;

public sealed partial class StackSettingsTests
{
    [Fact]
    public void The_context_of_cdk_json_holds_the_defaults()
    {
        var context = Stacks.Context();

        Read(context).ShouldBe(Read([]));
        foreach (var name in Ours(context))
        {
            var without = context.DeepClone().AsObject();
            without.Remove(name);
            Read(without).ShouldBe(Read([]), name);
        }
    }

    [Fact]
    public void The_guide_lists_the_context_of_cdk_json_with_its_defaults() =>
        ContextRow().Matches(Checkout.Read("cdk", "README.md")).Select(row => (row.Groups[1].Value, row.Groups[2].Value))
            .ShouldBe(Stacks.Context() is var context ? Ours(context).Select(name => (name, Default(context[name]!))) : []);

    [Theory]
    [InlineData("stage=Prod", "stage is 'Prod': it has to be a letter and at most 15 more of a-z 0-9. Set it with -c stage=VALUE.")]
    [InlineData("stage=my-stage", "stage is 'my-stage'")]
    [InlineData("protection=yes", "protection is 'yes': it has to be off or on. Set it with -c protection=VALUE.")]
    [InlineData("rollUp=hourly", "rollUp is 'hourly': it has to be none or daily.")]
    [InlineData("attributesTokenVersion=2", "attributesTokenVersion is '2': it has to be the id of a version of that secret")]
    [InlineData("alexaSkillId=*", "alexaSkillId is '*': it has to be a skill's id")]
    [InlineData("alexaSkillId=amzn1.ask.skill.1", "alexaSkillId is")]
    [InlineData("hitTtlDays=-1", "hitTtlDays is '-1': it has to be a whole number of days (0 = never) from 0 to 36500.")]
    [InlineData("hitTtlDays=1.5", "hitTtlDays is '1.5'")]
    [InlineData("bufferSeconds=901", "bufferSeconds is '901': it has to be a whole number of seconds from 0 to 900.")]
    [InlineData("bufferMebibytes=0", "bufferMebibytes is '0'")]
    [InlineData("hitsCapacity=400-5", "hitsCapacity is '400-5': it has to be on-demand, or write units")]
    [InlineData("hitsCapacity=0-5", "hitsCapacity is '0-5'")]
    [InlineData("attributesStore=mongodb", "attributesStore is 'mongodb': it has to be dynamodb, s3, http or none.")]
    [InlineData("attributesKey=applicationId", "attributesKey is 'applicationId': it has to be userId, deviceId or personId; by applicationId all users would")]
    [InlineData("attributesName=expires_at", "attributesName is 'expires_at': it has to be an attribute's name")]
    [InlineData("attributesStore=http", "attributesStore is 'http': it needs -c attributesUrl=ADDRESS and -c attributesTokenSecret=NAME.")]
    [InlineData("attributesUrl=http://a.example.com", "attributesUrl is 'http://a.example.com': it has to be an absolute https address.")]
    [InlineData("skillStart=snapstart", "skillStart is 'snapstart': snapshots need Amazon's own runtime package and pay for managed code only.")]
    [InlineData("functions=wasm", "functions is 'wasm': it has to be native or managed. Set it with -c functions=VALUE.")]
    [InlineData("skillStart=warm", "skillStart is 'warm': it has to be on-demand, snapstart or provisioned.")]
    [InlineData("provisionedConcurrency=0", "provisionedConcurrency is '0'")]
    [InlineData("infrequentAccessDays=29", "infrequentAccessDays is '29': S3 allows 30 or more, or 0 for never.")]
    [InlineData("expireDays=30", "expireDays is '30': it has to be more than infrequentAccessDays, 30")]
    [InlineData("logRetentionDays=31", "logRetentionDays is '31': it has to be one of 1, 3, 5,")]
    [InlineData("scanLimitMegabytes=9", "scanLimitMegabytes is '9'")]
    [InlineData("alarmEmail=nobody", "alarmEmail is 'nobody': it has to be an e-mail address.")]
    [InlineData("quickSightUser=ann", "quickSightUser is 'ann': it has to be a user's ARN")]
    [InlineData("awsPackages=real", "awsPackages is 'real': it has to be auto, official or standin.")]
    [InlineData("architecture=arm", "architecture is 'arm': it has to be x86_64 or arm64.")]
    [InlineData("database=my-db", "database is 'my-db': it has to be a name in SQL")]
    [InlineData("hitsTable=a b", "hitsTable is 'a b': it has to be a table's name")]
    [InlineData("alexaSkilId=x", "alexaSkilId is not an option of this stack: the options are stage,")]
    public void What_is_not_allowed_is_told_in_one_line(string value, string message)
    {
        var mistake = Should.Throw<ContextException>(() => Read(Stacks.Context(value)));

        mistake.Message.ShouldStartWith(message);
        mistake.Message.ShouldNotContain('\n');
    }

    [Fact]
    public void Pseudonyms_need_a_store() =>
        Should.Throw<ContextException>(() => Read(Stacks.Context("analyticsUserId=pseudonym", "attributesStore=none")))
            .Message.ShouldBe("analyticsUserId is 'pseudonym': pseudonyms lie in the attributes, attributesStore can't be none.");

    [Fact]
    public void A_list_is_no_value() =>
        Should.Throw<ContextException>(() => Read(new JsonObject { ["stage"] = new JsonArray("dev") }))
            .Message.ShouldBe("stage is a list or an object: it has to be one value: -c stage=VALUE.");

    [Fact]
    public void A_stage_other_than_prod_stands_before_every_name()
    {
        var names = Read(Stacks.Context("stage=dev")).Names;

        names.ShouldBe(new ResourceNames
        {
            Prefix = "dev-pet-match",
            Stack = "dev-PetMatch",
            Skill = "dev-pet-match-skill",
            Forwarder = "dev-pet-match-forwarder",
            HitsTable = "dev-pet-match-analytics",
            AttributesTable = "dev-pet-match-attributes",
            DeliveryLogTable = "dev-pet-match-deliveries",
            DeliveryStream = "dev-pet-match-firehose-stream",
            Database = "dev_analytics",
            Table = "dev_petmatch",
        });
    }

    [Fact]
    public void The_names_of_prod_are_the_published_ones()
    {
        var names = Read([]).Names;

        (names.HitsTable, names.DeliveryStream, names.Database, names.Table)
            .ShouldBe(("pet-match-analytics", "pet-match-firehose-stream", "analytics", "petmatch"));
    }

    private static StackSettings Read(JsonObject context) => Stacks.Settings(context);

    private static IEnumerable<string> Ours(JsonObject context) =>
        context.Select(entry => entry.Key).Where(name => name.All(char.IsAsciiLetter));

    private static string Default(JsonNode value) => value.ToString() is { Length: > 0 } text ? text : "none";

    [GeneratedRegex(@"^\| `(\w+)` \| `?([^|`]+?)`? \|", RegexOptions.Multiline)]
    private static partial Regex ContextRow();
}
