using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using FunctionHosting;
using SkillHosting;

namespace SkillFunction.Tests;

public sealed class SettingsTests
{
    private static StoreSettings Store { get; } = new(
        KeyGenerators.ByName["userId"],
        new DynamoDbPersistenceOptions("pet-match-attributes", KeyGenerator: KeyGenerators.ByName["userId"]));

    [Fact]
    public void Only_the_skill_id_is_required_beside_what_Lambda_sets() =>
        Read().ShouldBe(new Settings(
            new SkillSettings("amzn1.ask.skill.1", "pet-match-analytics", 0, null, Store), "pet-match-breeds", null, false));

    [Fact]
    public void Every_variable_counts() =>
        Read(
            ("HITS_TABLE", "my.hits_1"),
            ("HIT_TTL_DAYS", "30"),
            ("BREEDS_TABLE", "arn:aws:dynamodb:eu-west-1:123456789012:table/breeds"),
            ("PETMATCH_API_URL", "https://example.org/breeds?a=b"),
            ("SKILL_VERSION", " 1.2.3 "),
            ("ANALYTICS_USER_ID", "pseudonym"))
            .ShouldBe(new Settings(
                new SkillSettings("amzn1.ask.skill.1", "my.hits_1", 30, "1.2.3", Store),
                "arn:aws:dynamodb:eu-west-1:123456789012:table/breeds",
                new Uri("https://example.org/breeds?a=b"),
                true));

    [Fact]
    public void A_star_answers_any_skill() => Read(("ALEXA_SKILL_ID", "*")).Skill.SkillId.ShouldBeNull();

    [Fact]
    public void An_empty_variable_is_not_set() => Read(("HITS_TABLE", ""), ("HIT_TTL_DAYS", " ")).ShouldBe(Read());

    [Theory]
    [InlineData("ALEXA_SKILL_ID", null)]
    [InlineData("ALEXA_SKILL_ID", "")]
    [InlineData("ALEXA_SKILL_ID", "one two")]
    [InlineData("ALEXA_SKILL_ID", "amzn1.*")]
    [InlineData("AWS_LAMBDA_RUNTIME_API", null)]
    [InlineData("AWS_LAMBDA_RUNTIME_API", "a:b:c")]
    [InlineData("HITS_TABLE", "ab")]
    [InlineData("HITS_TABLE", "no spaces")]
    [InlineData("BREEDS_TABLE", "breeds\nof dogs")]
    [InlineData("HIT_TTL_DAYS", "-1")]
    [InlineData("HIT_TTL_DAYS", "1.5")]
    [InlineData("HIT_TTL_DAYS", "36501")]
    [InlineData("HIT_TTL_DAYS", "soon")]
    [InlineData("ANALYTICS_USER_ID", "Pseudonym")]
    [InlineData("ANALYTICS_USER_ID", "none")]
    [InlineData("PETMATCH_API_URL", "breeds")]
    [InlineData("PETMATCH_API_URL", "ftp://example.org")]
    public void A_missing_or_bad_variable_is_named_in_one_line(string name, string? value)
    {
        var message = Should.Throw<SettingsException>(() => Read((name, value))).Message;

        message.ShouldStartWith($"{name} is ");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void What_may_stand_in_analytics_is_told() =>
        Should.Throw<SettingsException>(() => Read(("ANALYTICS_USER_ID", "hash"))).Message
            .ShouldBe("ANALYTICS_USER_ID is 'hash': it has to be alexa or pseudonym.");

    private static Settings Read(params (string Name, string? Value)[] variables)
    {
        var environment = new Dictionary<string, string?>
        {
            ["ALEXA_SKILL_ID"] = "amzn1.ask.skill.1",
            ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:9001",
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return Settings.Read(environment.GetValueOrDefault);
    }
}
