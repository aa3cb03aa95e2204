using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Console.Tests;

/// <summary>The API behind the page.</summary>
public sealed class ApiTests(RunningConsole console)
{
    [Fact]
    public async Task Serve_says_where_the_page_and_the_services_are()
    {
        var health = await console.GetAsync("/api/health");

        console.Announcement[0].ShouldBe($"The console is at {console.Address} (Ctrl-C ends it).");
        foreach (var (name, variable) in new[] { ("dynamoDb", "DYNAMODB"), ("s3", "S3"), ("firehose", "FIREHOSE") })
        {
            var address = health.GetProperty("endpoints").GetProperty(name).GetString();
            console.Announcement.ShouldContain(line => line.Trim() == $"AWS_ENDPOINT_URL_{variable}={address}");
        }
    }

    [Fact]
    public async Task Conversations_reach_the_bucket_through_a_throttled_firehose_and_a_killed_forwarder()
    {
        await console.PostAsync("/api/faults", new { firehose = "throttle" });
        await console.PostAsync("/api/faults/kill", new { });
        await console.PostAsync("/api/conversations", new { count = 12, seed = 7 });
        await console.UntilAsync(state => HasNote(state, "The forwarder is killed"));
        await console.UntilAsync(state => HasNote(state, "Firehose throttles a put"));
        await console.PostAsync("/api/faults", new { firehose = "partial" });
        await console.UntilAsync(state => HasNote(state, "Firehose refuses records"));
        await console.PostAsync("/api/faults", new { firehose = "none" });

        var state = await console.UntilAsync(state =>
            !state.GetProperty("load").GetProperty("isRunning").GetBoolean() && Count(state, "underWay") == 0);

        Count(state, "accepted").ShouldBeGreaterThan(12);
        Count(state, "lost").ShouldBe(0);
        (Count(state, "delivered") + Count(state, "quarantined")).ShouldBe(Count(state, "accepted"));
        state.GetProperty("hits").EnumerateArray().First(hit => hit.GetProperty("stage").GetString() == "delivered")
            .GetProperty("key").GetString()!.ShouldStartWith("analytics-");
        var counted = await console.PostAsync("/api/deliver", new { });
        counted.GetProperty("missing").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_poisoned_item_is_set_aside_and_its_neighbours_are_delivered()
    {
        var before = await console.UntilAsync(state => Count(state, "underWay") == 0); // what other tests have left arrives first
        await console.PostAsync("/api/faults/poison", new { });

        var state = await console.UntilAsync(state =>
            Count(state, "quarantined") == Count(before, "quarantined") + 1 && Count(state, "underWay") == 0);

        Count(state, "delivered").ShouldBe(Count(before, "delivered") + 4);
        var objects = (await console.GetAsync("/api/objects")).GetProperty("objects").EnumerateArray().Select(one => one.GetProperty("key").GetString()!);
        var quarantined = objects.First(key => key.StartsWith("quarantine/", StringComparison.Ordinal));
        var content = await console.GetAsync($"/api/objects/content?key={Uri.EscapeDataString(quarantined)}");
        content.GetProperty("text").GetString()!.ShouldContain("\"reason\"");
    }

    [Fact]
    public async Task A_query_answers_with_typed_values_and_as_csv()
    {
        var answer = await console.PostAsync("/api/query", new { sql = "SELECT 'a,b' AS text, 12.5e0 AS share_percent, nullif(1, 1) AS none" });

        answer.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("isNumber").GetBoolean()).ShouldBe([false, true, true]);
        answer.GetProperty("rows").ToString().ShouldBe("""[["a,b",12.5,null]]""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/query") { Content = JsonContent.Create(new { sql = "SELECT 'a,b' AS text" }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var csv = await console.Http.SendAsync(request, RunningConsole.Stop);
        (await csv.Content.ReadAsStringAsync(RunningConsole.Stop)).ShouldBe("text\n\"a,b\"\n");
    }

    [Theory]
    [InlineData("SELECT outcome,\n  count(*\nFROM petmatch", 3, 1)]
    [InlineData("SELECT *\nFROM petmatch\nWHERE outcom = 'match'", 3, 7)]
    [InlineData("SELECT regexp_wrong(outcome) FROM petmatch", 1, 8)]
    [InlineData("SELECT outcome\nFROM petmatch\nWHERE \"$path\" = ''", 3, 8)]
    public async Task An_error_in_sql_says_where_it_is(string sql, int line, int column)
    {
        using var answer = await console.Http.PostAsJsonAsync("/api/query", new { sql }, RunningConsole.Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>(RunningConsole.Stop);
        (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()).ShouldBe((line, column), error.ToString());
    }

    [Fact]
    public async Task Sql_reaches_no_file()
    {
        using var answer = await console.Http.PostAsJsonAsync("/api/query", new { sql = "SELECT * FROM read_text('/etc/hostname')" }, RunningConsole.Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/conversations", """{"count":0}""", "count is 0; it has to be from 1 to 100000.")]
    [InlineData("/api/conversations", """{"count":"many"}""", "count is \"many\"; it has to be a whole number up to 2147483647.")]
    [InlineData("/api/conversations", """{"count":1,"sed":7}""", "The body has sed, which is unknown; it may have count and seed.")]
    [InlineData("/api/faults", """{"firehose":"explode"}""", "firehose is \"explode\"; it has to be none, throttle, error or partial.")]
    [InlineData("/api/faults", """{"firehose":1}""", "firehose is 1; it has to be none, throttle, error or partial.")]
    [InlineData("/api/faults", "{}", "firehose is missing; it has to be none, throttle, error or partial.")]
    [InlineData("/api/query", """{"sql":7,"sql":"SELECT 1"}""", "sql is 7; it has to be a text.")]
    [InlineData("/api/query", """{"\ud800":1}""", "The body holds bytes or escapes that are no text.")]
    [InlineData("/api/query", """{"sql":"\ud800"}""", "sql is \"\\ud800\"; it has to be a text.")]
    [InlineData("/api/query", """{"sql":null}""", "sql is null; it has to be a text.")]
    [InlineData("/api/query", "null", "The body is null; it has to be an object.")]
    [InlineData("/api/query", "{", "The body, line 1, column 2: Expected depth to be zero at the end of the JSON payload.")]
    [InlineData("/api/talk", """{"text":"hi","session":{"locale":7}}""", "session.locale is not what it has to be.")]
    public async Task What_makes_no_sense_is_refused_with_a_reason(string path, string body, string reason)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await console.Http.PostAsync(new Uri(path, UriKind.Relative), content, RunningConsole.Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(RunningConsole.Stop)).GetProperty("error").GetString()!.ShouldStartWith(reason);
    }

    [Fact]
    public async Task Tables_and_logs_can_be_looked_into()
    {
        foreach (var table in (await console.GetAsync("/api/tables")).EnumerateArray())
        {
            (await console.GetAsync($"/api/tables/{table}")).GetProperty("items").ValueKind.ShouldBe(JsonValueKind.Array);
        }

        var breeds = await console.GetAsync("/api/tables/pet-match-breeds");
        breeds.GetProperty("scanned").GetInt32().ShouldBeGreaterThan(10);
        (await console.GetAsync("/api/logs/SkillFunction")).GetProperty("text").ValueKind.ShouldBe(JsonValueKind.String);
    }

    private static long Count(JsonElement state, string name) => state.GetProperty("counts").GetProperty(name).GetInt64();

    private static bool HasNote(JsonElement state, string text) =>
        state.GetProperty("notes").EnumerateArray().Any(note => note.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal));
}
