using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LocalAws.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class LambdaHostTests : IDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string LogPath => folder.Find("logs", "Echo.log");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_function_gets_its_event_with_the_headers_and_the_environment_of_Lambda()
    {
        var before = DateTimeOffset.UtcNow;
        await using var host = await StartAsync(Ample);

        var result = await InvokeAsync(host, """{"do":"echo","text":"ä"}""");

        result.Error.ShouldBeNull();
        var reply = JsonElement.Parse(result.Payload.Span);
        reply.GetProperty("event").GetProperty("text").GetString().ShouldBe("ä");
        var headers = reply.GetProperty("headers");
        Guid.TryParse(headers.GetProperty("lambda-runtime-aws-request-id").GetString(), out _).ShouldBeTrue();
        headers.GetProperty("lambda-runtime-invoked-function-arn").GetString()
            .ShouldBe("arn:aws:lambda:us-east-1:000000000000:function:Echo");
        headers.GetProperty("lambda-runtime-trace-id").GetString()!
            .ShouldMatch("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$");
        var milliseconds = long.Parse(headers.GetProperty("lambda-runtime-deadline-ms").GetString()!, CultureInfo.InvariantCulture);
        var deadline = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        deadline.ShouldBeInRange(before + Ample - TimeSpan.FromSeconds(1), DateTimeOffset.UtcNow + Ample);
        var environment = reply.GetProperty("environment");
        environment.GetProperty("AWS_LAMBDA_FUNCTION_NAME").GetString().ShouldBe("Echo");
        environment.GetProperty("AWS_REGION").GetString().ShouldBe("us-east-1");
        environment.GetProperty("HITS_TABLE").GetString().ShouldBe("hits");
    }

    [Fact]
    public async Task What_a_function_throws_is_a_function_error()
    {
        await using var host = await StartAsync(Ample);

        var result = await InvokeAsync(host, """{"do":"throw"}""");

        result.Error.ShouldBe(new FunctionError("Boom", "as told"));
    }

    [Fact]
    public async Task A_process_that_dies_in_an_invocation_is_a_function_error_and_is_started_again()
    {
        await using var host = await StartAsync(Ample);

        var died = await InvokeAsync(host, """{"do":"exit"}""");
        var next = await InvokeAsync(host, """{"do":"echo"}""");

        died.Error!.Type.ShouldBe("Runtime.ExitError");
        died.Error.Message.ShouldContain("exit status 7");
        next.Error.ShouldBeNull();
        (await File.ReadAllTextAsync(LogPath, Cancellation)).ShouldContain("leaving");
    }

    [Fact]
    public async Task An_invocation_out_of_time_is_a_function_error_and_the_process_is_started_again()
    {
        await using var host = await StartAsync(TimeSpan.FromSeconds(3));

        var late = await InvokeAsync(host, """{"do":"hang"}""");
        var next = await InvokeAsync(host, """{"do":"echo"}""");

        late.Error!.Type.ShouldBe("Sandbox.Timedout");
        late.Error.Message.ShouldContain("Task timed out after 3.00 seconds");
        next.Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_can_be_killed_in_an_invocation()
    {
        await using var host = await StartAsync(Ample);

        host.KillBusy().ShouldBeFalse();
        var invocation = InvokeAsync(host, """{"do":"hang"}""");
        while (!host.KillBusy())
        {
            await Task.Yield();
        }

        (await invocation).Error!.Type.ShouldBe("Runtime.ExitError");
        (await InvokeAsync(host, """{"do":"echo"}""")).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Where_a_function_is_ended_what_waits_for_a_process_has_failed()
    {
        Task<InvocationResult>[] waiting;
        await using (var host = await StartAsync(Ample))
        {
            waiting = [.. Enumerable.Range(0, 3).Select(_ => InvokeAsync(host, """{"do":"hang"}"""))];
        }

        (await Task.WhenAll(waiting).WaitAsync(Ample, Cancellation)).ShouldAllBe(result => result.Error!.Type == "Runtime.ExitError");
    }

    [Theory]
    [InlineData(6_291_556, null)]
    [InlineData(6_291_557, "Function.ResponseSizeTooLarge")]
    public async Task A_response_may_have_six_megabytes(int bytes, string? error)
    {
        await using var host = await StartAsync(Ample);

        var result = await InvokeAsync(host, $$"""{"do":"big","bytes":{{bytes}}}""");

        result.Error?.Type.ShouldBe(error);
        result.Payload.Length.ShouldBe(error is null ? bytes : 0);
    }

    [Fact]
    public async Task A_process_answers_one_event_at_a_time_and_several_share_the_work()
    {
        await using var host = await StartAsync(Ample, processes: 2);
        var hanging = InvokeAsync(host, """{"do":"hang"}""");

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => InvokeAsync(host, """{"do":"echo"}""")));

        hanging.IsCompleted.ShouldBeFalse();
        results.Select(result => JsonElement.Parse(result.Payload.Span).GetProperty("pid").GetInt32()).Distinct().Count().ShouldBe(1);
        host.KillBusy().ShouldBeTrue();
        (await hanging).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_function_that_does_not_start_is_told_with_its_own_words()
    {
        var error = await Should.ThrowAsync<LocalAwsException>(() => StartAsync(Ample, argument: "broken"));

        error.Message.ShouldBe("The function Echo did not start: HITS_TABLE is missing.");
    }

    [Fact]
    public async Task A_program_that_is_missing_is_told()
    {
        var error = await Should.ThrowAsync<LocalAwsException>(() => StartAsync(Ample, program: "no-such-program"));

        error.Message.ShouldStartWith("The function Echo did not start: ");
    }

    [Fact]
    public async Task A_process_ends_with_the_host()
    {
        var host = await StartAsync(Ample);
        var reply = JsonElement.Parse((await InvokeAsync(host, """{"do":"echo"}""")).Payload.Span);
        using var process = Process.GetProcessById(reply.GetProperty("pid").GetInt32());

        await host.DisposeAsync();

        process.HasExited.ShouldBeTrue();
    }

    private static Task<InvocationResult> InvokeAsync(LambdaHost host, string payload) =>
        host.InvokeAsync(Encoding.UTF8.GetBytes(payload), Cancellation);

    private Task<LambdaHost> StartAsync(TimeSpan timeout, int processes = 1, string argument = "", string program = "node") =>
        LambdaHost.StartAsync(
            new LambdaFunction("Echo", program, [Path.Combine(AppContext.BaseDirectory, "Lambda", "runtime.mjs"), argument])
            {
                Environment = new Dictionary<string, string> { ["HITS_TABLE"] = "hits" },
                Timeout = timeout,
                LogPath = LogPath,
                Processes = processes,
            },
            Cancellation);
}
