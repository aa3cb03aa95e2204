using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using Amazon.DynamoDBv2.Model;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Items that other programs have written, and what becomes of them.</summary>
public sealed class DynamoDbItemTests(DynaliteFixture dynalite)
{
    private readonly DynamoDbPersistenceOptions options = new(DynaliteFixture.NewTableName(), "userId");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_of_the_first_ASK_SDK_is_no_new_users_and_stays_as_it_is()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("amzn1.user", ("mapAttr", Map(("name", Text("Ann")))));

        var error = await UnreadableAsync(adapter, "amzn1.user");
        error.Message.ShouldContain($"table '{options.TableName}' holds no 'attributes', but 'mapAttr' (M)");
        error.Message.ShouldContain("Set AttributesName");
        error.Option.ShouldBe("AttributesName");
        using var attributes = new AttributesManager(Asked.By("amzn1.user"), adapter);
        await Should.ThrowAsync<PersistenceException>(() => attributes.ChangePersistentAttributesAsync(values => values["name"] = "Bea", Token));
        attributes.SetPersistentAttributes(new JsonObject { ["name"] = "Bea" });
        await attributes.SavePersistentAttributesAsync(Token);

        (await ItemAsync("amzn1.user"))["mapAttr"].M["name"].S.ShouldBe("Ann");
    }

    [Fact]
    public async Task It_is_read_and_changed_by_its_name()
    {
        var adapter = await dynalite.NewAdapterAsync(options with { AttributesName = "mapAttr" });
        await PutAsync("user", ("mapAttr", Map(("name", Text("Ann")))));

        await ChangeAsync(adapter, values => values["visits"] = 2);

        var item = await ItemAsync("user");
        item.Keys.ShouldBe(["userId", "mapAttr", "version"], ignoreOrder: true);
        item["mapAttr"].M.Keys.ShouldBe(["name", "visits"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_else_an_item_holds_survives_a_change()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("user", ("attributes", Map(("name", Text("Ann")))), ("other", new AttributeValue { SS = ["a", "b"] }));

        await ChangeAsync(adapter, values => values["visits"] = 2);

        (await ItemAsync("user"))["other"].SS.ShouldBe(["a", "b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("S", "'attributes' as S, where M (a map) is needed")]
    [InlineData("L", "'attributes' as L")]
    [InlineData("SS", "'attributes' as a set")]
    public async Task What_is_no_map_is_told_by_table_and_type_and_names_no_user(string type, string found)
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("amzn1.user", ("attributes", type switch
        {
            "S" => Text("garbage"),
            "L" => new AttributeValue { L = [Text("garbage")] },
            _ => new AttributeValue { SS = ["garbage"] },
        }));

        var error = await UnreadableAsync(adapter, "amzn1.user");

        error.Message.ShouldContain(options.TableName);
        error.Message.ShouldContain(found);
        error.ToString().ShouldNotContain("amzn1.user");
        error.ToString().ShouldNotContain("garbage");
    }

    [Fact]
    public async Task A_version_of_another_program_is_told()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("user", ("attributes", Map()), ("version", new AttributeValue { N = "3" }));

        (await UnreadableAsync(adapter, "user")).Option.ShouldBe("VersionName");
    }

    [Fact]
    public async Task What_was_stored_without_a_version_is_taken_over_and_not_brought_back()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("user", ("attributes", Map(("name", Text("Ann")))));
        using var slow = new AttributesManager(Asked.By("user"), adapter);
        await slow.GetPersistentAttributesAsync(Token);

        await adapter.DeleteAsync(Asked.By("user"), cancellationToken: Token);
        (await slow.ChangePersistentAttributesAsync(values => values["visits"] = 2, Token)).ShouldBeFalse();
        (await adapter.GetAsync(Asked.By("user"), Token)).Values.ShouldBeEmpty();

        await PutAsync("user", ("attributes", Map(("name", Text("Ann")))));
        await ChangeAsync(adapter, values => values["visits"] = 2);
        (await adapter.GetAsync(Asked.By("user"), Token)).Values.ToJsonString().ShouldBe("""{"name":"Ann","visits":2}""");
    }

    [Fact]
    public async Task Sets_binaries_and_numbers_of_other_programs_survive_a_change()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        var map = Map(
            ("texts", new AttributeValue { SS = ["a", "b+/"] }),
            ("numbers", new AttributeValue { NS = ["1", "2.5"] }),
            ("binaries", new AttributeValue { BS = [Bytes("a"), Bytes("b")] }),
            ("binary", new AttributeValue { B = Bytes("\0ü?>") }),
            ("number", new AttributeValue { N = "12345678901234567890.123456789" }),
            ("inner", Map(("tags", new AttributeValue { SS = ["x"] }))),
            ("list", new AttributeValue { L = [Text("first"), new AttributeValue { SS = ["y"] }, Map(("b", new AttributeValue { B = Bytes("z") }))] }));
        await PutAsync("user", ("attributes", map));

        await ChangeAsync(adapter, values =>
        {
            values["visits"] = 2;
            values["inner"]!["name"] = "Ann";
            values["texts"]!.AsArray().Add("c");
            values["list"]!.AsArray().RemoveAt(0);
        });

        var stored = (await ItemAsync("user"))["attributes"].M;
        stored["texts"].SS.ShouldBe(["a", "b+/", "c"], ignoreOrder: true);
        stored["numbers"].NS.ShouldBe(["1", "2.5"], ignoreOrder: true);
        stored["binaries"].BS.Select(Read).ShouldBe(["a", "b"], ignoreOrder: true);
        Read(stored["binary"].B).ShouldBe("\0ü?>");
        stored["number"].N.ShouldBe("12345678901234567890.123456789");
        stored["inner"].M["tags"].SS.ShouldBe(["x"]);
        stored["inner"].M["name"].S.ShouldBe("Ann");
        stored["list"].L[0].SS.ShouldBe(["y"]);
        Read(stored["list"].L[1].M["b"].B).ShouldBe("z");
    }

    [Fact]
    public async Task What_a_skill_puts_in_the_place_of_a_set_or_binary_is_what_it_puts()
    {
        var adapter = await dynalite.NewAdapterAsync(options);
        await PutAsync("user", ("attributes", Map(
            ("texts", new AttributeValue { SS = ["a"] }),
            ("none", new AttributeValue { SS = ["a"] }),
            ("twice", new AttributeValue { NS = ["1"] }),
            ("binaries", new AttributeValue { BS = [Bytes("a")] }),
            ("binary", new AttributeValue { B = Bytes("a") }))));

        await ChangeAsync(adapter, values =>
        {
            values["texts"] = "a";
            values["none"] = new JsonArray();
            values["twice"] = new JsonArray(1, 1);
            values["binaries"] = new JsonArray("Anna");
            values["binary"] = "Anna";
        });

        var stored = (await ItemAsync("user"))["attributes"].M;
        stored["texts"].S.ShouldBe("a");
        stored["none"].L.ShouldBeEmpty();
        stored["twice"].L.Count.ShouldBe(2);
        stored["binaries"].L[0].S.ShouldBe("Anna");
        stored["binary"].S.ShouldBe("Anna");
    }

    [Fact]
    public async Task Use_starts_the_time_to_live_again_at_most_once_a_day()
    {
        var time = new TestTime(passing: TimeSpan.FromMinutes(1));
        var adapter = await dynalite.NewAdapterAsync(options with { TimeToLive = TimeSpan.FromDays(30) }, time);
        await ChangeAsync(adapter, values => values["name"] = "Ann");
        for (var day = 1; day < 90; day++)
        {
            time.SetUtcNow(TestTime.Start + TimeSpan.FromDays(day) + TimeSpan.FromMinutes(day));
            (await UseAsync(adapter)).ShouldBe(("Ann", true), $"day {day}");

            time.Advance(TimeSpan.FromHours(2));
            (await UseAsync(adapter)).ShouldBe(("Ann", false), $"day {day}");
        }

        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse((await ItemAsync("user"))["expires_at"].N, CultureInfo.InvariantCulture));
        end.ShouldBe(time.GetUtcNow() + TimeSpan.FromDays(30), TimeSpan.FromHours(3));
        time.Advance(TimeSpan.FromDays(31));
        (await UseAsync(adapter)).ShouldBe((null, false));
    }

    [Fact]
    public async Task A_time_to_live_that_is_turned_on_or_off_is_that_of_what_is_there()
    {
        var lasting = await dynalite.NewAdapterAsync(options);
        var passing = new DynamoDbPersistenceAdapter(dynalite.Client, options with { TimeToLive = TimeSpan.FromDays(30) });
        await ChangeAsync(lasting, values => values["name"] = "Ann");
        (await ItemAsync("user")).ShouldNotContainKey("expires_at");

        (await UseAsync(passing)).ShouldBe(("Ann", true));
        (await ItemAsync("user")).ShouldContainKey("expires_at");

        await ChangeAsync(lasting, values => values["name"] = "Bea");
        (await ItemAsync("user")).ShouldNotContainKey("expires_at");
    }

    private static AttributeValue Text(string text) => new() { S = text };

    private static AttributeValue Map(params (string Name, AttributeValue Value)[] members) =>
        new() { M = members.ToDictionary(member => member.Name, member => member.Value), IsMSet = true };

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Read(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.ToArray());

    private static async Task ChangeAsync(DynamoDbPersistenceAdapter adapter, Action<JsonObject> change)
    {
        using var attributes = new AttributesManager(Asked.By("user"), adapter);
        (await attributes.ChangePersistentAttributesAsync(change, Token)).ShouldBeTrue();
    }

    /// <summary>A request that reads and changes nothing: the name that it finds, and whether it has cost a write.</summary>
    private static async Task<(string? Name, bool IsWritten)> UseAsync(DynamoDbPersistenceAdapter adapter)
    {
        using var attributes = new AttributesManager(Asked.By("user"), adapter);
        var name = (string?)(await attributes.GetPersistentAttributesAsync(Token))["name"];
        return (name, await attributes.SavePersistentAttributesAsync(Token));
    }

    private static async Task<PersistenceException> UnreadableAsync(DynamoDbPersistenceAdapter adapter, string user)
    {
        var error = await Should.ThrowAsync<PersistenceException>(() => adapter.GetAsync(Asked.By(user), Token));
        error.Reason.ShouldBe(PersistenceFailure.Unreadable);
        return error;
    }

    private async Task<Dictionary<string, AttributeValue>> ItemAsync(string key) =>
        (await dynalite.Client.GetItemAsync(options.TableName, new() { ["userId"] = Text(key) }, consistentRead: true, Token)).Item;

    private Task<PutItemResponse> PutAsync(string key, params (string Name, AttributeValue Value)[] attributes) => dynalite.Client.PutItemAsync(
        options.TableName,
        attributes.Append(("userId", Text(key))).ToDictionary(attribute => attribute.Item1, attribute => attribute.Item2),
        Token);
}
