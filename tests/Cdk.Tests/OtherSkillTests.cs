using System.Text.Json.Nodes;
using Analytics;
using CoinFlip;
using FunctionHosting;

namespace Cdk.Tests;

/// <summary>The stack of a skill that is not Pet Match, made of what the skill says of itself.</summary>
public sealed class OtherSkillTests(Stacks stacks)
{
    private Synthesized Stack => stacks.CoinFlip;

    [Fact]
    public void Its_forwarder_is_told_its_columns()
    {
        var variables = VariablesOf(Stack, "StreamForwarder");

        ColumnList.TryParse((string)variables[Variables.RecordColumns]!, out var columns, out _).ShouldBeTrue();
        columns.ShouldBe(Flip.Record.Columns.Select(column => new Column(column.Name, column.Type)));
        VariablesOf(stacks.With(), "StreamForwarder").ContainsKey(Variables.RecordColumns).ShouldBeFalse("Pet Match's columns are the forwarder's own");
    }

    [Fact]
    public void Its_table_in_Athena_has_its_columns()
    {
        var table = Stack.OfType("AWS::Glue::Table").ShouldHaveSingleItem()["Properties"]!;
        var input = table["TableInput"]!;

        ((string?)table["DatabaseName"]).ShouldBe("coin_flip");
        ((string?)input["Name"]).ShouldBe("flips");
        input["StorageDescriptor"]!["Columns"]!.AsArray().Select(column => $"{column!["Name"]} {column["Type"]}")
            .ShouldBe(Flip.Record.Columns.Select(column => $"{column.Name} {column.AthenaType}"));
    }

    [Fact]
    public void Its_functions_get_the_names_that_it_has()
    {
        var skill = VariablesOf(Stack, "SkillEndpoint");

        ((string?)Stack.Properties("AWS::Lambda::Function", "SkillEndpoint")["Handler"]).ShouldBe(CoinFlipSkill.Definition.Assembly);
        ((string?)skill[Variables.HitsTable]).ShouldBe("coin-flip-analytics");
        ((string?)skill[Variables.AttributesTable]).ShouldBe("coin-flip-attributes");
        skill.ContainsKey(Variables.BreedsTable).ShouldBeFalse();
        ((string?)VariablesOf(Stack, "StreamForwarder")[Variables.DeliveryStream]).ShouldBe("coin-flip-firehose-stream");
        Stack.Tables().Select(table => (string)table["TableName"]!).ShouldBe(
            ["coin-flip-analytics", "coin-flip-attributes", "coin-flip-deliveries"], ignoreOrder: true);
    }

    [Fact]
    public void Its_queries_are_saved_in_its_work_group() =>
        Stack.OfType("AWS::Athena::NamedQuery").Select(query => $"{query["Properties"]!["WorkGroup"]} {query["Properties"]!["Name"]}")
            .ShouldBe(["coin-flip sides", "coin-flip streaks"], ignoreOrder: true);

    [Fact]
    public void It_names_nothing_of_Pet_Match()
    {
        Stack.Text.ShouldNotContain("pet-match");
        Stack.Text.ShouldNotContain("Pet Match");
        Stack.Text.ShouldNotContain("dogs");
    }

    [Fact]
    public void Its_metrics_have_a_namespace_of_their_own_which_dashboard_and_alarms_read()
    {
        foreach (var function in new[] { "SkillEndpoint", "StreamForwarder" })
        {
            ((string?)VariablesOf(Stack, function)[Variables.MetricsNamespace]).ShouldBe("CoinFlip");
        }

        var dashboard = Stack.OfType("AWS::CloudWatch::Dashboard").ShouldHaveSingleItem()["Properties"]!;
        ((string?)dashboard["DashboardName"]).ShouldBe("coin-flip");
        dashboard["DashboardBody"]!.ToJsonString().ShouldContain("CoinFlip");
        Stack.Text.ShouldNotContain("PetMatch");
    }

    [Fact]
    public void Its_alarms_are_those_that_any_skill_has() =>
        Alarms(Stack).ShouldBe(Alarms(stacks.With()).Except(["ObservabilityLookupFailuresAlarm"]), ignoreOrder: true);

    private static JsonObject VariablesOf(Synthesized stack, string function) =>
        stack.Properties("AWS::Lambda::Function", function)["Environment"]!["Variables"]!.AsObject();

    // A logical id ends with eight hexadecimal digits of its path.
    private static IEnumerable<string> Alarms(Synthesized stack) =>
        stack.Resources.Where(resource => (string?)resource.Value!["Type"] == "AWS::CloudWatch::Alarm").Select(resource => resource.Key[..^8]);
}
