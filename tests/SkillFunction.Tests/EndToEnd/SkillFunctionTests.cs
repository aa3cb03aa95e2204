using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalAws;
using LocalEmulator;
using Microsoft.AspNetCore.Http;
using SkillFunction.Phrases;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.EndToEnd;

public class SkillFunctionTests(LocalAwsFixture aws)
{
    private const string Endpoint = "AWS_ENDPOINT_URL_DYNAMODB";

    /// <summary>What each sample of a PetMatchIntent comes to; all others write no hit.</summary>
    private static readonly Dictionary<string, string> Outcomes = new()
    {
        ["pet-match-cat-gets-a-dog"] = "match",
        ["pet-match-completed-match"] = "match",
        ["pet-match-completed-no-match-guard"] = "no_match",
        ["pet-match-completed-no-match-watch"] = "no_match",
        ["pet-match-dynamic-authority-first"] = "match",
        ["pet-match-energy-med"] = "match",
        ["pet-match-epoch-timestamp"] = "match",
        ["pet-match-in-german"] = "match",
        ["pet-match-in-progress-all-slots"] = "match",
        ["pet-match-in-progress-size"] = "elicit",
        ["pet-match-in-progress-temperament"] = "elicit",
        ["pet-match-mini-is-small-or-tiny"] = "elicit",
        ["pet-match-mythical-creature-completed"] = "refused",
        ["pet-match-mythical-creature-started"] = "refused",
        ["pet-match-one-shot-completed-on-screen"] = "match",
        ["pet-match-one-shot-started"] = "match",
        ["pet-match-repeated-first"] = "match",
        ["pet-match-repeated-second"] = "match",
        ["pet-match-resolution-exception-literal-value"] = "match",
        ["pet-match-resolution-timeout"] = "elicit",
        ["pet-match-several-sizes-at-once"] = "elicit",
        ["pet-match-slots-null"] = "elicit",
        ["pet-match-slots-without-resolutions"] = "match",
        ["pet-match-started-find-a-pet"] = "elicit",
        ["pet-match-started-pet-only"] = "elicit",
        ["pet-match-type-last"] = "match",
        ["pet-match-unknown-pet"] = "match",
        ["pet-match-unmatched-temperament"] = "elicit",
    };

    [Fact]
    public async Task Its_log_says_first_whose_package_runs_it()
    {
        await using var skill = await RunningSkill.StartAsync(aws);
        await skill.AskAsync(await File.ReadAllBytesAsync(Repository.Find("samples", "requests", "launch.json"), TestContext.Current.CancellationToken));

        (await skill.StopAsync()).Split('\n')[0].ShouldContain("\"message\":\"Started on the project\\u0027s stand-in for Amazon.Lambda.RuntimeSupport.\"");
    }

    [Fact]
    public async Task Every_sample_is_answered_and_every_pet_match_is_one_row()
    {
        await using var skill = await RunningSkill.StartAsync(aws, ("HIT_TTL_DAYS", "30"), ("SKILL_VERSION", "7"));
        var expected = new Dictionary<string, string>();
        foreach (var path in Directory.GetFiles(Repository.Find("samples", "requests"), "*.json").Order(StringComparer.Ordinal))
        {
            var json = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            ((string?)(await skill.AskAsync(json))["version"]).ShouldBe("1.0", path);
            if (Outcomes.TryGetValue(Path.GetFileNameWithoutExtension(path), out var outcome))
            {
                expected[(string)JsonNode.Parse(json)!["request"]!["requestId"]!] = outcome;
            }
        }

        var rows = await RowsAsync(expected.Keys);
        rows.ToDictionary(row => row["request_id"].S, row => row["outcome"].S).ShouldBe(expected, ignoreOrder: true);
        expected.Count.ShouldBe(Outcomes.Count - 1);
        rows.ShouldAllBe(row => row["skill_version"].S == "7" && row.ContainsKey("expires_at"));

        var log = await skill.StopAsync();
        log.ShouldNotContain("A hit was not written");
        log.ShouldNotContain("amzn1.ask.account");
        log.ShouldNotContain("amzn1.ask.device");
    }

    [Fact]
    public async Task Breeds_come_over_HTTP_where_an_address_is_set()
    {
        await using var service = await TestServer.StartAsync(context =>
            context.Response.WriteAsync($$"""{"result":[{"breed":"{{context.Request.Query["SSET"]}}"}]}"""));
        await using var skill = await RunningSkill.StartAsync(aws, ("PETMATCH_API_URL", service.Address.ToString()));

        var response = await skill.AskAsync(Completed("http-1"));

        ((string)response["response"]!["outputSpeech"]!["ssml"]!).ShouldContain(
            "a canine-high-large-guard", Case.Insensitive);
        (await RowsAsync(["http-1"])).ShouldHaveSingleItem()["breed"].S.ShouldBe("canine-high-large-guard");
    }

    [Fact]
    public async Task Missing_tables_leave_a_skill_that_answers()
    {
        await using var skill = await RunningSkill.StartAsync(aws, ("HITS_TABLE", "no-hits"), ("BREEDS_TABLE", "no-breeds"));

        var response = await skill.AskAsync(Completed("missing-1"));

        ((string)response["response"]!["outputSpeech"]!["ssml"]!).ShouldSay(Phrase.LookupFailed);
    }

    [Fact]
    public async Task A_database_that_never_answers_leaves_a_skill_that_answers()
    {
        await using var hanging = await TestServer.StartAsync(TestServer.Hang());
        await using var skill = await RunningSkill.StartAsync(aws, (Endpoint, hanging.Address.ToString()));

        var response = await skill.AskAsync(Completed("hanging-1"));

        ((string)response["response"]!["outputSpeech"]!["ssml"]!).ShouldSay(Phrase.LookupFailed);
    }

    [Theory]
    [InlineData("ALEXA_SKILL_ID", "")]
    [InlineData("HIT_TTL_DAYS", "soon")]
    [InlineData(Endpoint, "nowhere")]
    public async Task A_bad_variable_ends_the_start_with_one_line(string name, string value)
    {
        var failed = await Should.ThrowAsync<LocalAwsException>(() => RunningSkill.StartAsync(aws, (name, value)));

        failed.Message.ShouldStartWith($"The function SkillFunction did not start: {(name == Endpoint ? "AWS_REGION" : name)}");
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status500InternalServerError)]
    public async Task A_Runtime_API_that_refuses_ends_the_process_with_one_line(int status)
    {
        await using var api = await TestServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync("no\nmore");
        });

        await ShouldEndAsync(api.Address.Authority);
    }

    [Fact]
    public Task A_Runtime_API_out_of_reach_ends_the_process_with_one_line() => ShouldEndAsync("127.0.0.1:9");

    [Fact]
    public async Task SIGTERM_ends_a_waiting_process_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var asked = new TaskCompletionSource();
        await using var api = await TestServer.StartAsync(context =>
        {
            asked.TrySetResult();
            return TestServer.Hang()(context);
        });
        using var process = await StartAloneAsync(api.Address.Authority);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0);
    }

    private async Task ShouldEndAsync(string runtimeApi)
    {
        using var process = await StartAloneAsync(runtimeApi);

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(1);
        error.TrimEnd().ShouldNotContain("\n");
        error.ShouldStartWith("AWS_LAMBDA_RUNTIME_API");
    }

    private async Task<Process> StartAloneAsync(string runtimeApi)
    {
        var command = await aws.CommandAsync();
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["ALEXA_SKILL_ID"] = "*",
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                [Endpoint] = aws.Address,
                ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            },
        })!;
    }

    private static byte[] Completed(string requestId)
    {
        string[] wish = [AlexaJson.Said("size", "large"), AlexaJson.Said("temperament", "guard"), AlexaJson.Said("energy", "high")];
        return Encoding.UTF8.GetBytes(AlexaJson.PetMatch("COMPLETED", wish).Replace("request-1", requestId, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> RowsAsync(IReadOnlyCollection<string> requestIds)
    {
        var scan = await aws.DynamoDb.ScanAsync(new ScanRequest(Names.HitsTable), TestContext.Current.CancellationToken);
        return [.. scan.Items.Where(item => requestIds.Contains(item["request_id"].S))];
    }
}
