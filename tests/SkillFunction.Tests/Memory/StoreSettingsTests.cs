using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.S3;
using Analytics;
using FunctionHosting;
using SkillHosting;

namespace SkillFunction.Tests.Memory;

public sealed class StoreSettingsTests
{
    private const string Token = "SECRET-TOKEN";

    private static KeyGenerator UserId { get; } = KeyGenerators.ByName["userId"];

    [Fact]
    public void The_table_of_the_stack_is_the_default() => Read().ShouldBe(new StoreSettings(
        UserId, new DynamoDbPersistenceOptions("pet-match-attributes", "id", "attributes", UserId, null, "expires_at")));

    [Fact]
    public void A_table_takes_name_key_and_time_to_live() =>
        Read(
            ("ATTRIBUTES_TABLE", "users"),
            ("ATTRIBUTES_KEY_NAME", "userId"),
            ("ATTRIBUTES_NAME", "mapAttr"),
            ("ATTRIBUTES_TTL_DAYS", "90"),
            ("ATTRIBUTES_KEY", "deviceId"))
            .DynamoDb.ShouldBe(new DynamoDbPersistenceOptions(
                "users", "userId", "mapAttr", KeyGenerators.ByName["deviceId"], TimeSpan.FromDays(90), "expires_at"));

    [Fact]
    public void A_bucket_takes_a_prefix() =>
        Read(
            ("ATTRIBUTES_STORE", "s3"),
            ("ATTRIBUTES_BUCKET", "my.bucket-1"),
            ("ATTRIBUTES_PREFIX", "users"),
            ("ATTRIBUTES_KEY", "personId"))
            .ShouldBe(new StoreSettings(
                KeyGenerators.ByName["personId"],
                S3: new S3PersistenceOptions("my.bucket-1", "users", KeyGenerators.ByName["personId"])));

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_S3", true)]
    [InlineData("AWS_ENDPOINT_URL", true)]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", false)]
    public void A_bucket_at_an_endpoint_of_ones_own_is_named_in_the_path(string name, bool usesPathStyle) =>
        Read(("ATTRIBUTES_STORE", "s3"), ("ATTRIBUTES_BUCKET", "users"), (name, "http://localhost:9000"))
            .UsesPathStyle.ShouldBe(usesPathStyle);

    [Fact]
    public void A_service_takes_address_and_token()
    {
        var settings = Read(
            ("ATTRIBUTES_STORE", "http"),
            ("ATTRIBUTES_URL", "https://example.org/v1"),
            ("ATTRIBUTES_TOKEN", Token),
            ("ATTRIBUTES_KEY", "deviceId"));

        settings.Key.ShouldBe(KeyGenerators.ByName["deviceId"]);
        settings.Service.ShouldNotBeNull().Address.ShouldBe(new Uri("https://example.org/v1"));
        settings.Service.Token.ShouldBe(Token);
        settings.Service.Timeout.ShouldNotBeNull().ShouldBeLessThan(StoreSettings.Limit);
        settings.ToString().ShouldNotContain(Token);
    }

    [Fact]
    public void No_store_needs_nothing() => Read(("ATTRIBUTES_STORE", "none")).ShouldBe(new StoreSettings(UserId));

    [Fact]
    public void What_another_store_would_need_is_not_looked_at() =>
        Read(("ATTRIBUTES_STORE", "none"), ("ATTRIBUTES_TABLE", "!"), ("ATTRIBUTES_BUCKET", "!"), ("ATTRIBUTES_URL", "!"))
            .ShouldBe(new StoreSettings(UserId));

    [Theory]
    [InlineData("dynamodb", "ATTRIBUTES_STORE", "redis", "dynamodb, s3, http or none")]
    [InlineData("dynamodb", "ATTRIBUTES_STORE", "DynamoDB", "dynamodb, s3, http or none")]
    [InlineData("none", "ATTRIBUTES_KEY", "sessionId", "userId, deviceId or personId")]
    [InlineData("none", "ATTRIBUTES_KEY", "applicationId", "share one memory")]
    [InlineData("dynamodb", "ATTRIBUTES_KEY", "applicationId", "It has to be userId, deviceId or personId.")]
    [InlineData("dynamodb", "ATTRIBUTES_TABLE", "no spaces", "a table's name")]
    [InlineData("dynamodb", "ATTRIBUTES_KEY_NAME", "attributes", "two attributes")]
    [InlineData("dynamodb", "ATTRIBUTES_KEY_NAME", "expires_at", "partition key")]
    [InlineData("dynamodb", "ATTRIBUTES_NAME", "version", "the attribute that holds what is remembered")]
    [InlineData("dynamodb", "ATTRIBUTES_TTL_DAYS", "soon", "a whole number of days")]
    [InlineData("s3", "ATTRIBUTES_BUCKET", null, "needs the bucket")]
    [InlineData("s3", "ATTRIBUTES_BUCKET", "My_Bucket", "a bucket's name")]
    [InlineData("s3", "ATTRIBUTES_BUCKET", "ab", "a bucket's name")]
    [InlineData("s3", "ATTRIBUTES_PREFIX", "a\u0001b", "control characters")]
    [InlineData("http", "ATTRIBUTES_URL", null, "needs the persistence service's address")]
    [InlineData("http", "ATTRIBUTES_URL", Token, "an absolute http or https address")]
    [InlineData("http", "ATTRIBUTES_URL", $"ftp://{Token}@example.org", "an absolute http or https address")]
    [InlineData("http", "ATTRIBUTES_TOKEN", " ", "needs the persistence service's token")]
    [InlineData("http", "ATTRIBUTES_TOKEN", $"{Token} {Token}", "visible ASCII")]
    [InlineData("http", "ATTRIBUTES_TOKEN", $"{Token}ü", "visible ASCII")]
    public void A_missing_or_bad_variable_is_named_in_one_line_without_the_token(string store, string name, string? value, string needed)
    {
        var mistake = Should.Throw<SettingsException>(() => Read(
            ("ATTRIBUTES_STORE", store),
            ("ATTRIBUTES_BUCKET", "bucket"),
            ("ATTRIBUTES_URL", "https://example.org"),
            ("ATTRIBUTES_TOKEN", Token),
            (name, value)));

        mistake.Message.ShouldStartWith($"{name} is ");
        mistake.Message.ShouldContain(needed);
        mistake.Message.ShouldNotContain(Token);
        mistake.Message.ShouldNotContain("\n");
    }

    private static StoreSettings Read(params (string Name, string? Value)[] variables)
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return StoreSettings.Read(new SettingsReader(environment.GetValueOrDefault), PipelineNames.PetMatch);
    }
}
