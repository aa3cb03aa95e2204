using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2;

namespace AlexaSkill.Tests.Persistence;

public sealed class AttributesTableTests(DynaliteFixture dynalite)
{
    private static readonly DynamoDbPersistenceOptions Options = new("attributes");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_created_once_and_paid_by_request()
    {
        var options = new DynamoDbPersistenceOptions(DynaliteFixture.NewTableName(), KeyName: "userId");
        var adapter = new DynamoDbPersistenceAdapter(dynalite.Client, options);

        (await adapter.CreateIfNotExistsAsync(Token)).ShouldBeTrue();
        (await adapter.CreateIfNotExistsAsync(Token)).ShouldBeFalse();

        var table = (await dynalite.Client.DescribeTableAsync(options.TableName, Token)).Table;
        table.BillingModeSummary.BillingMode.ShouldBe(BillingMode.PAY_PER_REQUEST);
        table.KeySchema.ShouldHaveSingleItem().AttributeName.ShouldBe("userId");
    }

    [Fact]
    public async Task It_is_waited_for_until_it_is_active()
    {
        var descriptions = new Queue<string?>([null, null, "CREATING", "CREATING", "ACTIVE"]);
        var calls = new List<string>();
        var time = new TestTime(passing: TimeSpan.FromMinutes(1));
        var adapter = Adapter(Options, time, (action, _) =>
        {
            calls.Add(action);
            return action == "CreateTable" ? Canned.Json("{}") : Description(descriptions.Dequeue());
        });

        (await adapter.CreateIfNotExistsAsync(Token)).ShouldBeTrue();

        descriptions.ShouldBeEmpty();
        time.Waits.Count.ShouldBe(4);
        time.Waits.ShouldAllBe(delay => delay > TimeSpan.Zero && delay <= TimeSpan.FromSeconds(2));
        calls.Count(call => call == "CreateTable").ShouldBe(2); // what is created may not be visible at once
    }

    [Fact]
    public async Task Who_comes_second_waits_for_the_table_of_the_first()
    {
        var descriptions = new Queue<string?>([null, "CREATING", "ACTIVE"]);
        var adapter = Adapter(Options, new TestTime(passing: TimeSpan.FromMinutes(1)), (action, _) => action == "CreateTable"
            ? Canned.DynamoDbError("ResourceInUseException")
            : Description(descriptions.Dequeue()));

        (await adapter.CreateIfNotExistsAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_not_waited_for_without_end()
    {
        var time = new TestTime(passing: TimeSpan.FromMinutes(1));
        var adapter = Adapter(Options, time, (_, _) => Description("CREATING"));

        var error = await Should.ThrowAsync<PersistenceException>(() => adapter.CreateIfNotExistsAsync(Token));

        error.Message.ShouldContain("CREATING");
        time.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_missing_permission_to_create_is_named()
    {
        var adapter = Adapter(Options, new TestTime(passing: TimeSpan.FromMinutes(1)), (action, _) =>
            action == "CreateTable" ? Canned.DynamoDbError("AccessDeniedException") : Description(null));

        var error = await Should.ThrowAsync<PersistenceException>(() => adapter.CreateIfNotExistsAsync(Token));

        error.Message.ShouldContain("dynamodb:CreateTable");
    }

    [Fact]
    public async Task Its_time_to_live_is_turned_on_where_it_is_off()
    {
        var status = "DISABLED";
        var updates = new List<string>();
        var adapter = Adapter(Options with { TimeToLive = TimeSpan.FromDays(1) }, new TestTime(passing: TimeSpan.FromMinutes(1)), (action, body) =>
        {
            if (action == "UpdateTimeToLive")
            {
                updates.Add(body);
                status = "ENABLED";
            }

            return action == "DescribeTable"
                ? Description("ACTIVE")
                : Canned.Json($$$"""{"TimeToLiveDescription":{"TimeToLiveStatus":"{{{status}}}"}}""");
        });

        await adapter.CreateIfNotExistsAsync(Token);
        await adapter.CreateIfNotExistsAsync(Token);

        updates.ShouldHaveSingleItem().ShouldContain("\"AttributeName\":\"expires_at\"");
    }

    private static HttpResponseMessage Description(string? status) => status is null
        ? Canned.DynamoDbError("ResourceNotFoundException")
        : Canned.Json($$$"""
            {"Table":{"TableStatus":"{{{status}}}","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
            "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}]}}
            """);

    private static DynamoDbPersistenceAdapter Adapter(
        DynamoDbPersistenceOptions options, TimeProvider time, Func<string, string, HttpResponseMessage> answer) =>
        new(DynamoDbClients.Through(Canned.DynamoDb(answer)), options, time);
}
