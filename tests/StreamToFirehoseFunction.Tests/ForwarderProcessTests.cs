using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.Lambda;
using LocalAws.S3;
using LocalEmulator.Services;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

/// <summary>Runs the function's own process, over the Lambda Runtime API.</summary>
public class ForwarderProcessTests : IAsyncDisposable
{
    private protected const string Success = """{"batchItemFailures":[]}""";

    private readonly TemporaryFolder folder = new("forwarder-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What starts the function: a program and its arguments.</summary>
    protected virtual Task<string[]> CommandAsync() =>
        Task.FromResult<string[]>(["dotnet", LocalEmulator.Repository.FunctionAssembly("StreamToFirehoseFunction")]);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_delivered_is_acknowledged()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, Inserts(3))).ShouldBe(Success);

        firehose.Calls.ShouldBe([[Line("r-0") + Line("r-1") + Line("r-2")]]);
    }

    [Fact]
    public async Task A_batch_without_inserts_makes_no_call()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, Event(Record("1", Image("r"), "MODIFY"), Record("2", null, "REMOVE")))).ShouldBe(Success);
        (await InvokeAsync(firehose, Event())).ShouldBe(Success);

        firehose.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_columns_of_another_record_make_the_lines()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        var columns = new Dictionary<string, string> { ["RECORD_COLUMNS"] = "request_id string, breed string, streak bigint, slot_value_animal_is_valid tinyint" };

        (await InvokeAsync(firehose, Event(Record("1", Image("r"))), variables: columns)).ShouldBe(Success);

        firehose.Calls.ShouldBe([["r,Boxer,,1\n"]]);
    }

    [Fact]
    public async Task A_refused_call_reports_the_first_record_of_the_batch()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Fail(400, "ResourceNotFoundException"));

        (await InvokeAsync(firehose, Inserts(3))).ShouldBe(Failure("100"));
    }

    [Fact]
    public async Task A_record_that_can_not_become_a_line_is_reported_and_those_before_it_are_delivered()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, WithPoison())).ShouldBe(Failure("8"));

        firehose.Calls.ShouldBe([[Line("r-0")]]);
    }

    [Fact]
    public async Task A_record_that_can_not_become_a_line_is_quarantined_and_the_batch_goes_on()
    {
        await using var s3Server = await S3Server.StartAsync(folder.Find("s3"), ["pet-match-bucket"], Stop);
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, WithPoison(), variables: Quarantine(s3Server, "pet-match-bucket"))).ShouldBe(Success);

        firehose.Calls.ShouldBe([[Line("r-0") + Line("r-2")]]);
        using var s3 = LocalClients.S3(s3Server.Address);
        var kept = (await s3.ListObjectsV2Async(new() { BucketName = "pet-match-bucket" }, Stop)).S3Objects.ShouldHaveSingleItem();
        kept.Key.ShouldMatch(@"^poison/\d{4}/\d\d/\d\d/8-[0-9a-f]{16}\.json$");
        using var content = await s3.GetObjectAsync("pet-match-bucket", kept.Key, Stop);
        var document = await JsonNode.ParseAsync(content.ResponseStream, cancellationToken: Stop);
        document!["reason"]!.GetValue<string>().ShouldContain("breed");
        document["record"]!.ToJsonString().ShouldBe(Poison().ToJsonString());
    }

    [Fact]
    public async Task Where_quarantine_fails_nothing_after_the_record_is_delivered_or_acknowledged()
    {
        await using var s3Server = await S3Server.StartAsync(folder.Find("s3"), [], Stop);
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, WithPoison(), variables: Quarantine(s3Server, "no-such-bucket"))).ShouldBe(Failure("8"));

        firehose.Calls.ShouldBe([[Line("r-0")]]);
    }

    [Fact]
    public async Task The_answer_comes_before_the_deadline_whatever_Firehose_does()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Hang());

        (await InvokeAsync(firehose, Inserts(3), TimeSpan.FromSeconds(6))).ShouldBe(Failure("100"));
    }

    [Fact]
    public async Task An_invocation_of_six_megabytes_goes_through_whole()
    {
        var inserts = Inserts(6 * 1_024 * 1_024 / Inserts(1).Length);
        await using var firehose = await ScriptedFirehose.StartAsync(Take());

        (await InvokeAsync(firehose, inserts)).ShouldBe(Success);

        var lines = string.Concat(firehose.Calls.SelectMany(call => call)).Split('\n');
        lines.Length.ShouldBe((6 * 1_024 * 1_024 / Inserts(1).Length) + 1);
        firehose.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Invocations_of_six_megabytes_need_less_than_128_MiB()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the peak memory of a process.");
        var pidFile = folder.Find("pid");
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        var function = new LambdaFunction(
            "StreamToFirehoseFunction",
            "sh",
            ["-c", "echo $$ > \"$0\" && exec \"$@\"", pidFile, .. await CommandAsync()])
        {
            Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.Url },
            Timeout = TimeSpan.FromMinutes(1),
            LogPath = folder.Find("forwarder.log"),
        };
        await using var forwarder = await LambdaHost.StartAsync(function, Stop);

        var streamEvent = Inserts(6 * 1_024 * 1_024 / Inserts(1).Length);
        for (var i = 0; i < 5; i++)
        {
            (await forwarder.InvokeAsync(streamEvent, Stop)).Error.ShouldBeNull();
        }

        var status = await File.ReadAllLinesAsync($"/proc/{(await File.ReadAllTextAsync(pidFile, Stop)).Trim()}/status", Stop);
        var peak = status.Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        int.Parse(peak, null).ShouldBeLessThan(128 * 1_024);
    }

    [Fact]
    public async Task What_is_no_stream_event_fails_the_whole_batch()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var forwarder = await StartForwarderAsync(firehose, TimeSpan.FromMinutes(1));

        var result = await forwarder.InvokeAsync("[1]"u8.ToArray(), Stop);

        result.Error!.Type.ShouldContain(nameof(JsonException));
    }

    [Fact]
    public async Task In_the_log_format_JSON_every_line_is_an_object_and_an_exception_is_one()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using (var forwarder = await StartForwarderAsync(
            firehose, TimeSpan.FromMinutes(1), new() { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" }))
        {
            (await forwarder.InvokeAsync("[]"u8.ToArray(), Stop)).Error.ShouldNotBeNull();
        }

        var lines = await File.ReadAllLinesAsync(folder.Find("forwarder.log"), Stop);
        var objects = lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        var failure = objects.Where(line => line.ContainsKey("errorType")).ShouldHaveSingleItem();
        failure.Select(property => property.Key).ShouldBe(
            ["timestamp", "level", "requestId", "traceId", "message", "errorType", "errorMessage", "stackTrace"]);
        ((string?)failure["level"]).ShouldBe("Error");
        ((string?)failure["errorType"]).ShouldBe("System.Text.Json.JsonException");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_Runtime_API_that_refuses_ends_the_process_with_one_line(int status)
    {
        await using var api = await TestServer.StartAsync(Say("no\nmore", status));

        (await StartAloneAsync("AWS_LAMBDA_RUNTIME_API", new Uri(api.Url).Authority)).ShouldContain("AWS_LAMBDA_RUNTIME_API");
    }

    /// <summary>As compatible stores may: no body that is signed in chunks, and no checksum that the SDK need not send.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("when_required")]
    public async Task A_store_without_streamed_signatures_takes_the_quarantine_s_puts(string? checksums)
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        await using var s3 = await TestServer.StartAsync(http =>
        {
            var headers = http.Request.Headers.Select(header => $"{header.Key}: {header.Value}".ToLowerInvariant()).ToArray();
            var streams = headers.Any(header => header.StartsWith("x-amz-trailer", StringComparison.Ordinal)
                || header.Contains("aws-chunked", StringComparison.Ordinal)
                || header.Contains("streaming-", StringComparison.Ordinal));
            var hasChecksum = headers.Any(header => header.StartsWith("x-amz-checksum", StringComparison.Ordinal)
                || header.StartsWith("x-amz-sdk-checksum", StringComparison.Ordinal));
            return Say("", streams || (hasChecksum && checksums is not null) ? 501 : 200)(http);
        });
        var variables = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_S3"] = s3.Url, ["QUARANTINE_BUCKET"] = "bucket" };
        if (checksums is not null)
        {
            variables["AWS_REQUEST_CHECKSUM_CALCULATION"] = checksums;
        }

        (await InvokeAsync(firehose, WithPoison(), variables: variables)).ShouldBe(Success);

        s3.Requests.ShouldHaveSingleItem().Body[0].ShouldBe((byte)'{');
    }

    [Theory]
    [InlineData("DELIVERY_STREAM", "no stream", "DELIVERY_STREAM")]
    [InlineData("RECORD_COLUMNS", "won tinyint", "RECORD_COLUMNS")]
    [InlineData("METRICS_NAMESPACE", "AWS/Lambda", "METRICS_NAMESPACE")]
    [InlineData("AWS_LAMBDA_RUNTIME_API", "", "AWS_LAMBDA_RUNTIME_API")]
    public async Task A_bad_variable_stops_the_start_with_one_line_that_names_it(string variable, string value, string named) =>
        (await StartAloneAsync(variable, value)).ShouldContain(named);

    [Fact]
    public async Task A_Runtime_API_out_of_reach_ends_the_process_with_one_line() =>
        (await StartAloneAsync("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9")).ShouldStartWith("AWS_LAMBDA_RUNTIME_API");

    [Fact]
    public async Task SIGTERM_ends_a_waiting_process_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var asked = new TaskCompletionSource();
        await using var api = await TestServer.StartAsync(http =>
        {
            asked.TrySetResult();
            return Hang()(http);
        });
        using var process = await StartAsync("AWS_LAMBDA_RUNTIME_API", new Uri(api.Url).Authority);
        await asked.Task.WaitAsync(Stop);

        using var kill = Process.Start("kill", [$"{process.Id}"]);
        await process.WaitForExitAsync(Stop);

        process.ExitCode.ShouldBe(0);
    }

    /// <summary>Starts the process without an emulator, which has to end; gives the one line that it leaves.</summary>
    private async Task<string> StartAloneAsync(string variable, string value)
    {
        using var process = await StartAsync(variable, value);

        var error = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);

        process.ExitCode.ShouldBe(1);
        error.TrimEnd().ShouldNotContain("\n");
        return error;
    }

    private async Task<Process> StartAsync(string variable, string value)
    {
        var command = await CommandAsync();
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:9",
                [variable] = value,
            },
        })!;
    }

    private protected static string Failure(string sequenceNumber) => $$"""{"batchItemFailures":[{"itemIdentifier":"{{sequenceNumber}}"}]}""";

    private static byte[] WithPoison() => Event(Record("7", Image("r-0")), Poison(), Record("9", Image("r-2")));

    private static JsonObject Poison()
    {
        var image = Image("r-1");
        image["breed"] = new JsonObject { ["M"] = new JsonObject() };
        return Record("8", image);
    }

    private static Dictionary<string, string> Quarantine(S3Server s3Server, string bucket) => new()
    {
        ["AWS_ENDPOINT_URL_S3"] = s3Server.Address,
        ["QUARANTINE_BUCKET"] = bucket,
        ["QUARANTINE_PREFIX"] = "poison/",
    };

    private protected async Task<string> InvokeAsync(
        ScriptedFirehose firehose, byte[] streamEvent, TimeSpan? timeout = null, Dictionary<string, string>? variables = null)
    {
        await using var forwarder = await StartForwarderAsync(firehose, timeout ?? TimeSpan.FromMinutes(1), variables);
        var result = await forwarder.InvokeAsync(streamEvent, Stop);
        result.Error.ShouldBeNull();
        return System.Text.Encoding.UTF8.GetString(result.Payload.Span);
    }

    private async Task<LambdaHost> StartForwarderAsync(ScriptedFirehose firehose, TimeSpan timeout, Dictionary<string, string>? variables = null)
    {
        var command = await CommandAsync();
        var function = new LambdaFunction("StreamToFirehoseFunction", command[0], command[1..])
        {
            Environment = new Dictionary<string, string>(variables ?? []) { ["AWS_ENDPOINT_URL_FIREHOSE"] = firehose.Url },
            Timeout = timeout,
            LogPath = folder.Find("forwarder.log"),
        };
        return await LambdaHost.StartAsync(function, Stop);
    }
}
