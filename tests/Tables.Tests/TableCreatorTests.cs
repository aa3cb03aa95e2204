using System.Net;
using Tables.Tests.Fakes;

namespace Tables.Tests;

public sealed class TableCreatorTests(DynaliteFixture dynalite)
{
    private const string ActiveTable = """
        {"Table":{"TableStatus":"ACTIVE","KeySchema":[{"AttributeName":"key","KeyType":"HASH"}],
        "AttributeDefinitions":[{"AttributeName":"key","AttributeType":"S"}]}}
        """;

    private static readonly (HttpStatusCode, string) Creating = CannedDynamoDb.Ok("""{"Table":{"TableStatus":"CREATING"}}""");
    private static readonly (HttpStatusCode, string) Created = CannedDynamoDb.Ok("{}");
    private static readonly (HttpStatusCode, string) Active = CannedDynamoDb.Ok(ActiveTable);
    private static readonly (HttpStatusCode, string) Missing = CannedDynamoDb.Error("ResourceNotFoundException");

    private readonly TestTime time = new(passing: TimeSpan.FromSeconds(5));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_first_call_creates()
    {
        var at = new TableKey("at", IsNumber: true);
        var schema = new DocumentSchema(DynaliteFixture.NewTableName(), new("id"), at, new StatusIndex("by-status", "status", at));
        var table = new DocumentTable<string>(dynalite.Client, schema, new(_ => [], _ => string.Empty));

        (await table.CreateIfNotExistsAsync(Cancellation)).ShouldBeTrue();
        (await table.CreateIfNotExistsAsync(Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_several_callers_at_once_one_creates()
    {
        var table = new KeyValueTable<string>(dynalite.Client, new(DynaliteFixture.NewTableName()), ValueMapping.Text);

        var created = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => table.CreateIfNotExistsAsync(Cancellation)));

        created.Count(one => one).ShouldBe(1);
    }

    [Fact]
    public async Task Provisioned_throughput_reaches_table_and_index()
    {
        var name = DynaliteFixture.NewTableName();
        var schema = new DocumentSchema(
            name,
            new("id"),
            StatusIndex: new("by-status", "status", Provisioned: new(3, 4)),
            Provisioned: new(1, 2));
        await new DocumentTable<string>(dynalite.Client, schema, new(_ => [], _ => string.Empty)).CreateIfNotExistsAsync(Cancellation);

        var table = (await dynalite.Client.DescribeTableAsync(name, Cancellation)).Table;

        (table.ProvisionedThroughput.ReadCapacityUnits, table.ProvisionedThroughput.WriteCapacityUnits).ShouldBe((1, 2));
        var index = table.GlobalSecondaryIndexes.ShouldHaveSingleItem().ProvisionedThroughput;
        (index.ReadCapacityUnits, index.WriteCapacityUnits).ShouldBe((3, 4));
    }

    [Fact]
    public async Task A_table_without_throughput_is_on_demand()
    {
        var name = DynaliteFixture.NewTableName();
        await new KeyValueTable<string>(dynalite.Client, new(name), ValueMapping.Text).CreateIfNotExistsAsync(Cancellation);

        var table = (await dynalite.Client.DescribeTableAsync(name, Cancellation)).Table;

        table.BillingModeSummary.BillingMode.Value.ShouldBe("PAY_PER_REQUEST");
    }

    [Fact]
    public async Task A_table_of_another_shape_is_told_apart()
    {
        var name = DynaliteFixture.NewTableName();
        await new KeyValueTable<string>(dynalite.Client, new(name), ValueMapping.Text).CreateIfNotExistsAsync(Cancellation);
        var otherKey = new KeyValueTable<string>(dynalite.Client, new(name, "id"), ValueMapping.Text);
        var withIndex = new DocumentTable<string>(
            dynalite.Client, new(name, new("key"), StatusIndex: new("by-status", "status")), new(_ => [], _ => string.Empty));

        var key = await Should.ThrowAsync<TableException>(() => otherKey.CreateIfNotExistsAsync(Cancellation));
        var index = await Should.ThrowAsync<TableException>(() => withIndex.CreateIfNotExistsAsync(Cancellation));

        key.Reason.ShouldBe(TableFailure.SchemaDiffers);
        key.Message.ShouldContain("found (key HASH S), wanted (id HASH S)");
        index.Message.ShouldContain("no such index");
    }

    [Fact]
    public async Task A_new_table_is_waited_for_until_it_is_active()
    {
        using var service = Script(Missing, Created, Creating, Creating, Active);

        (await CreateAsync(service)).ShouldBeTrue();

        service.Calls.ShouldBe(["DescribeTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable"]);
    }

    [Fact]
    public async Task A_table_that_another_was_faster_to_create_is_waited_for()
    {
        using var service = Script(Missing, CannedDynamoDb.Error("ResourceInUseException"), Creating, Active);

        (await CreateAsync(service)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_index_that_is_being_made_is_waited_for()
    {
        const string index = """
            {"Table":{"GlobalSecondaryIndexes":[{"IndexStatus":"CREATING"}],
            """;
        var indexing = ActiveTable.Replace("""{"Table":{""", index, StringComparison.Ordinal);
        using var service = Script(CannedDynamoDb.Ok(indexing), Active);

        (await CreateAsync(service)).ShouldBeFalse();

        service.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_made_anew_when_it_is_gone()
    {
        using var service = Script(
            CannedDynamoDb.Ok("""{"Table":{"TableStatus":"DELETING"}}"""), Missing, Created, Active);

        (await CreateAsync(service)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_wait_ends_after_its_bound()
    {
        using var service = new CannedDynamoDb((_, _) => Creating);

        var failure = await Should.ThrowAsync<TableException>(() => CreateAsync(service));

        failure.Reason.ShouldBe(TableFailure.NotActive);
        failure.Message.ShouldContain("CREATING");
        time.Waits.Sum(delay => delay.TotalSeconds).ShouldBeInRange(60, 65);
        time.Waits.Max().ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_missing_permission_to_create_is_named()
    {
        using var service = Script(Missing, CannedDynamoDb.Error("AccessDeniedException"));

        var failure = await Should.ThrowAsync<TableException>(() => CreateAsync(service));

        failure.Reason.ShouldBe(TableFailure.AccessDenied);
        failure.Message.ShouldContain("dynamodb:CreateTable");
    }

    [Theory]
    [InlineData("DISABLED", true)]
    [InlineData("ENABLING", false)]
    [InlineData("ENABLED", false)]
    public async Task Its_time_to_live_is_turned_on_where_it_is_off(string status, bool isTurnedOn)
    {
        var updates = new List<string>();
        using var service = new CannedDynamoDb((operation, body) =>
        {
            updates.AddRange(operation == "UpdateTimeToLive" ? [body] : []);
            return operation == "DescribeTable"
                ? Active
                : CannedDynamoDb.Ok($$$"""{"TimeToLiveDescription":{"TimeToLiveStatus":"{{{status}}}"}}""");
        });
        var schema = new KeyValueSchema("breeds", TimeToLiveAttribute: "ends");

        await new KeyValueTable<string>(service.Client, schema, ValueMapping.Text).CreateIfNotExistsAsync(Cancellation);

        updates.Select(update => update.Contains("\"AttributeName\":\"ends\"", StringComparison.Ordinal)).ShouldBe(isTurnedOn ? [true] : []);
    }

    [Fact]
    public async Task A_service_without_time_to_live_will_do()
    {
        var table = new KeyValueTable<string>(
            dynalite.Client, new(DynaliteFixture.NewTableName(), TimeToLiveAttribute: "ends"), ValueMapping.Text);

        (await table.CreateIfNotExistsAsync(Cancellation)).ShouldBeTrue();
    }

    private static CannedDynamoDb Script(params (HttpStatusCode, string)[] answers)
    {
        var left = new Queue<(HttpStatusCode, string)>(answers);
        return new CannedDynamoDb((_, _) => left.Dequeue());
    }

    private Task<bool> CreateAsync(CannedDynamoDb service)
    {
        var options = new TableOptions { ActiveTimeout = TimeSpan.FromMinutes(1), TimeProvider = time, Jitter = new Random(1) };
        return new KeyValueTable<string>(service.Client, new("breeds"), ValueMapping.Text, options).CreateIfNotExistsAsync(Cancellation);
    }
}
