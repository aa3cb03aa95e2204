using System.Text.Json.Nodes;
using Analytics;
using Cdk.Settings;

namespace Cdk.Tests;

public sealed class SkillEndpointTests(Stacks stacks)
{
    private const string SkillId = StackSettings.PlaceholderSkillId;

    [Fact]
    public void The_skill_runs_its_assembly_on_the_managed_runtime()
    {
        stacks.With().ShouldHave("AWS::Lambda::Function", $$"""
            {
              "FunctionName": "pet-match-skill", "Runtime": "dotnet10", "Handler": "{{Names.SkillAssembly}}", "Architectures": ["x86_64"],
              "MemorySize": {{Pipeline.SkillMemoryMegabytes}}, "Timeout": {{Pipeline.SkillTimeoutSeconds}},
              "TracingConfig": { "Mode": "Active" },
              "LoggingConfig": { "LogFormat": "JSON", "ApplicationLogLevel": "INFO", "SystemLogLevel": "WARN" }
            }
            """);
        stacks.With().ShouldHave("AWS::Logs::LogGroup", """{ "LogGroupName": "/aws/lambda/pet-match-skill", "RetentionInDays": 30 }""");
        stacks.With(Stacks.Variants[4]).ShouldHave(
            "AWS::Lambda::Function", """{ "Handler": "SkillFunction", "Architectures": ["arm64"] }""");
    }

    [Theory]
    [InlineData("src/SkillFunction/SkillFunction.csproj", Names.SkillAssembly)]
    [InlineData("src/StreamToFirehoseFunction/StreamToFirehoseFunction.csproj", Names.ForwarderAssembly)]
    public void A_handler_is_the_name_of_an_assembly(string project, string assembly)
    {
        Path.GetFileNameWithoutExtension(project).ShouldBe(assembly);
        Checkout.Read(project).ShouldNotContain("<AssemblyName>");
    }

    [Fact]
    public void Alexa_may_call_the_alias_for_this_skill_alone()
    {
        foreach (var stack in Stacks.Variants.Select(variant => stacks.With(variant)))
        {
            var permission = stack.OfType("AWS::Lambda::Permission").ShouldHaveSingleItem()["Properties"]!;

            ((string?)permission["Principal"]).ShouldBe("alexa-appkit.amazon.com");
            ((string?)permission["EventSourceToken"]).ShouldBe(SkillId);
            ((string?)permission["Action"]).ShouldBe("lambda:InvokeFunction");
            Synthesized.Render(permission["FunctionName"]).ShouldBe("{SkillEndpointAlias}");
            Synthesized.Render(stack.Json["Outputs"]!["EndpointArn"]!["Value"]).ShouldBe("{SkillEndpointAlias}");
        }
    }

    [Fact]
    public void The_skill_starts_in_the_way_that_was_chosen()
    {
        Function(stacks.With()).ContainsKey("SnapStart").ShouldBeFalse();
        Alias(stacks.With()).ContainsKey("ProvisionedConcurrencyConfig").ShouldBeFalse();
        Alias(stacks.With(Stacks.Variants[2]))["ProvisionedConcurrencyConfig"]!.ToJsonString()
            .ShouldBe("""{"ProvisionedConcurrentExecutions":2}""");
        Function(stacks.With(Stacks.Variants[4]))["SnapStart"]!.ToJsonString().ShouldBe("""{"ApplyOn":"PublishedVersions"}""");
        Alias(stacks.With(Stacks.Variants[4])).ContainsKey("ProvisionedConcurrencyConfig").ShouldBeFalse();

        static JsonObject Function(Synthesized stack) => stack.Properties("AWS::Lambda::Function", "SkillEndpoint");
        static JsonObject Alias(Synthesized stack) => stack.Properties("AWS::Lambda::Alias", "SkillEndpoint");
    }

    [Fact]
    public void The_skill_is_told_what_it_needs_and_no_more()
    {
        Variables(stacks.With()).ShouldBe(
        [
            $"ALEXA_SKILL_ID={SkillId}", "ANALYTICS_USER_ID=alexa", "ATTRIBUTES_KEY=userId", "ATTRIBUTES_NAME=attributes",
            "ATTRIBUTES_STORE=dynamodb", $"ATTRIBUTES_TABLE={Names.AttributesTable}", "ATTRIBUTES_TTL_DAYS=0",
            $"BREEDS_TABLE={BreedsTable()}", $"HITS_TABLE={Names.HitsTable}", "HIT_TTL_DAYS=0", "METRICS_NAMESPACE=PetMatch",
            "SKILL_VERSION=1.0.0",
        ]);
        Variables(stacks.With(Stacks.Variants[1])).ShouldContain("HIT_TTL_DAYS=90");
        Variables(stacks.With(Stacks.Variants[1])).ShouldContain("ATTRIBUTES_TTL_DAYS=30");
        Variables(stacks.With(Stacks.Variants[1])).ShouldContain("ANALYTICS_USER_ID=pseudonym");

        string BreedsTable() => (string)stacks.With().Properties("AWS::DynamoDB::Table", "SkillEndpointBreeds")["TableName"]!;
    }

    [Fact]
    public void The_chosen_store_alone_is_deployed_and_told_of()
    {
        Attributes(Stacks.Variants[2]).ShouldBe(
        [
            "ATTRIBUTES_BUCKET={SkillEndpointAttributesBucket}", "ATTRIBUTES_KEY=userId",
            "ATTRIBUTES_PREFIX=attributes", "ATTRIBUTES_STORE=s3",
        ]);
        Attributes(Stacks.Variants[3]).ShouldBe(
        [
            "ATTRIBUTES_KEY=userId", "ATTRIBUTES_STORE=http", "ATTRIBUTES_TOKEN={{resolve:secretsmanager:pet-match/token:SecretString:::}}",
            "ATTRIBUTES_URL=https://memory.example.com",
        ]);
        Attributes(Stacks.Variants[4]).ShouldBe(["ATTRIBUTES_STORE=none"]);
        stacks.With().ShouldCount("AWS::S3::Bucket", 1);
        stacks.With(Stacks.Variants[2]).ShouldCount("AWS::S3::Bucket", 2);
        stacks.With().ShouldCount("AWS::DynamoDB::Table", 4);
        stacks.With(Stacks.Variants[3]).ShouldCount("AWS::DynamoDB::Table", 3);

        IEnumerable<string> Attributes(string[] variant) =>
            Variables(stacks.With(variant)).Where(variable => variable.StartsWith("ATTRIBUTES_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("official")]
    [InlineData("standin")]
    public void An_output_says_whose_packages_are_deployed(string packages) =>
        ((string?)stacks.With($"awsPackages={packages}").Json["Outputs"]!["AwsPackages"]!["Value"]).ShouldBe(packages);

    [Fact]
    public void What_a_user_has_the_skill_forget_is_kept_in_no_version()
    {
        var bucket = stacks.With(Stacks.Variants[2]).Properties("AWS::S3::Bucket", "SkillEndpointAttributes");

        bucket.ContainsKey("VersioningConfiguration").ShouldBeFalse();
    }

    private static IEnumerable<string> Variables(Synthesized stack) =>
        stack.Properties("AWS::Lambda::Function", "SkillEndpoint")["Environment"]!["Variables"]!.AsObject()
            .Select(variable => $"{variable.Key}={Synthesized.Render(variable.Value)}");
}
