using System.Text.Json.Nodes;

namespace Cdk.Tests;

/// <summary>
/// A first deployment that fails leaves nothing that is in the way of the next: CloudFormation deletes what it has created, unless a policy
/// retains it or a protection refuses.
/// </summary>
public sealed class FirstDeploymentTests(Stacks stacks)
{
    private static readonly string[] OfProd = ["", "attributesStore=s3"];

    [Fact]
    public void What_a_failed_creation_has_made_goes_with_it()
    {
        foreach (var stack in OfProd.Select(Prod))
        {
            var retained = stack.Resources.Where(resource => (string?)resource.Value!["DeletionPolicy"] is not (null or "Delete")).ToArray();

            retained.Length.ShouldBeGreaterThanOrEqualTo(4);
            retained.ShouldAllBe(resource => (string?)resource.Value!["DeletionPolicy"] == "RetainExceptOnCreate");
        }
    }

    [Fact]
    public void Nothing_refuses_to_be_deleted_before_the_owner_says_so()
    {
        foreach (var stack in Stacks.Variants.Where(variant => !variant.Contains("protection=on")).Select(variant => stacks.With(variant)))
        {
            stack.Tables().ShouldAllBe(table => table["DeletionProtectionEnabled"] == null || !(bool)table["DeletionProtectionEnabled"]!);
            stack.IsTerminationProtected.ShouldBeFalse();
        }
    }

    [Fact]
    public void With_protection_stack_and_data_refuse_to_be_deleted()
    {
        var isProtected = Protected().Tables()
            .ToDictionary(table => (string)table["TableName"]!, table => (bool?)table["DeletionProtectionEnabled"] ?? false);

        isProtected.Where(table => table.Value).Select(table => table.Key)
            .ShouldBe([Names.HitsTable, Names.AttributesTable, Names.DeliveryLogTable], ignoreOrder: true);
        Protected().IsTerminationProtected.ShouldBeTrue();
        var stage = stacks.With("stage=dev", "protection=on");
        stage.IsTerminationProtected.ShouldBeFalse();
        stage.Tables().ShouldAllBe(table => table["DeletionProtectionEnabled"] == null || !(bool)table["DeletionProtectionEnabled"]!);
    }

    [Fact]
    public void What_an_earlier_stack_has_left_under_its_name_can_be_adopted()
    {
        // CloudFormation imports by itself what has a name of its own, as text, and a policy that retains it.
        foreach (var table in OfProd.Select(Prod).SelectMany(stack => stack.Resources).Select(resource => resource.Value!)
            .Where(resource => (string?)resource["Type"] == "AWS::DynamoDB::Table" && (string?)resource["DeletionPolicy"] != "Delete"))
        {
            table["Properties"]!["TableName"].ShouldBeAssignableTo<JsonValue>();
        }

        Checkout.Read("cdk", "README.md").ShouldContain("npx cdk deploy --import-existing-resources");
    }

    private Synthesized Prod(string option) => option.Length == 0 ? stacks.With() : stacks.With(option);

    private Synthesized Protected() => stacks.With("protection=on");
}
