using System.Net.Sockets;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

public sealed class LambdaBootstrapTests
{
    private const int SixMegabytes = 6 * 1024 * 1024;

    [Fact]
    public async Task A_payload_goes_to_the_handler_and_its_stream_back_as_the_response()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, async (input, _) => new MemoryStream([.. await ReadAsync(input), .. "!"u8]));

        api.Invoke("first", """{"a":1}"""u8);
        var first = await api.PostAsync();
        api.Invoke("second", "2"u8);
        var second = await api.PostAsync();

        (first.Path, Text(first)).ShouldBe(("invocation/first/response", """{"a":1}!"""));
        (second.Path, Text(second)).ShouldBe(("invocation/second/response", "2!"));
        first.Headers["Content-Type"].ShouldBe("application/json");
    }

    [Fact]
    public async Task Six_megabytes_go_both_ways_unchanged()
    {
        var payload = new byte[SixMegabytes];
        new Random(1).NextBytes(payload);
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (input, _) => Task.FromResult(input));

        api.Invoke("large", payload);

        (await api.PostAsync()).Body.AsSpan().SequenceEqual(payload).ShouldBeTrue();
    }

    [Fact]
    public async Task No_stream_is_an_empty_response()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (_, _) => Task.FromResult<Stream>(null!));

        api.Invoke("empty", "{}"u8);
        var post = await api.PostAsync();

        post.Path.ShouldBe("invocation/empty/response");
        post.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_response_stream_is_disposed_of_once_it_is_sent()
    {
        Stream response = Stream.Null;
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (_, _) => Task.FromResult(response = new MemoryStream([1])));

        api.Invoke("only", "{}"u8);
        await api.PostAsync();
        await function.StopAsync();

        response.CanRead.ShouldBeFalse();
    }

    [Fact]
    public async Task The_context_tells_of_the_invocation_and_of_the_function()
    {
        ILambdaContext? seen = null;
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(
            api,
            (input, context) =>
            {
                seen = context;
                return Task.FromResult(input);
            },
            new FakeTimeProvider(RuntimeApi.Deadline.AddSeconds(-8)));

        api.Invoke("0123", "{}"u8);
        await api.PostAsync();

        var context = seen.ShouldNotBeNull();
        context.AwsRequestId.ShouldBe("0123");
        context.FunctionName.ShouldBe("pet-match");
        context.FunctionVersion.ShouldBe("7");
        context.MemoryLimitInMB.ShouldBe(512);
        context.InvokedFunctionArn.ShouldBe("arn:aws:lambda:eu-west-1:123456789012:function:pet-match");
        context.LogGroupName.ShouldBe("/aws/lambda/pet-match");
        context.LogStreamName.ShouldBe("2026/01/02/[7]abc");
        context.TraceId.ShouldBe("Root=1-0123");
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task The_trace_id_stands_in_the_environment_for_the_AWS_SDK()
    {
        string? seen = null;
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (input, _) =>
        {
            seen = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return Task.FromResult(input);
        });

        api.Invoke("traced", "{}"u8);
        await api.PostAsync();

        seen.ShouldBe("Root=1-traced");
    }

    [Fact]
    public async Task What_the_handler_throws_is_posted_and_the_next_invocation_goes_on()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (input, context) =>
            context.AwsRequestId == "bad" ? throw new InvalidDataException("not \"what\" was\nexpected \ud800") : Task.FromResult(input));

        api.Invoke("bad", "{}"u8);
        var error = await api.PostAsync();
        api.Invoke("good", "{}"u8);
        var response = await api.PostAsync();

        error.Path.ShouldBe("invocation/bad/error");
        error.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("InvalidDataException");
        var json = JsonDocument.Parse(error.Body).RootElement;
        json.GetProperty("errorType").GetString().ShouldBe("InvalidDataException");
        json.GetProperty("errorMessage").GetString().ShouldBe("not \"what\" was\nexpected \ufffd");
        json.GetProperty("stackTrace")[0].GetString().ShouldNotBeNull().ShouldStartWith("at PackageStandIns.Tests.LambdaBootstrapTests");
        response.Path.ShouldBe("invocation/good/response");
    }

    [Fact]
    public async Task A_cancelled_handler_is_an_error_of_its_invocation_alone()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (_, _) => throw new OperationCanceledException());

        api.Invoke("cancelled", "{}"u8);

        (await api.PostAsync()).Path.ShouldBe("invocation/cancelled/error");
        await api.FunctionWaitsAsync();
        await api.FunctionWaitsAsync();
    }

    [Fact]
    public async Task A_stop_while_waiting_ends_the_run_quietly()
    {
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, (input, _) => Task.FromResult(input));

        await api.FunctionWaitsAsync();
        await function.StopAsync();
    }

    [Fact]
    public async Task A_stop_while_working_lets_the_response_go_out()
    {
        var working = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var api = await RuntimeApi.StartAsync();
        await using var function = Run(api, async (input, _) =>
        {
            working.SetResult();
            await finish.Task;
            return input;
        });

        api.Invoke("last", "42"u8);
        await working.Task.WaitAsync(TestContext.Current.CancellationToken);
        var stopped = function.StopAsync();
        finish.SetResult();

        Text(await api.PostAsync()).ShouldBe("42");
        await stopped;
    }

    [Fact]
    public async Task A_runtime_API_that_refuses_next_ends_the_run()
    {
        await using var api = await RuntimeApi.StartAsync();
        api.NextStatus = 500;
        using var bootstrap = api.Build(LambdaBootstrapBuilder.Create((input, _) => Task.FromResult(input)));

        var exception = await Should.ThrowAsync<RuntimeApiClientException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(500);
        exception.Message.ShouldContain("GET /2018-06-01/runtime/invocation/next with 500: out of order");
    }

    [Fact]
    public async Task A_runtime_API_that_is_gone_ends_the_run()
    {
        await using var api = await RuntimeApi.StartAsync();
        using var bootstrap = api.Build(LambdaBootstrapBuilder.Create((input, _) => Task.FromResult(input)));
        await api.DisposeAsync();

        var exception = await Should.ThrowAsync<HttpRequestException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        exception.InnerException.ShouldBeOfType<SocketException>();
    }

    [Fact]
    public async Task A_refused_response_ends_the_run()
    {
        await using var api = await RuntimeApi.StartAsync();
        api.PostStatus = 413;
        using var bootstrap = api.Build(LambdaBootstrapBuilder.Create((input, _) => Task.FromResult(input)));

        api.Invoke("huge", "{}"u8);
        var exception = await Should.ThrowAsync<RuntimeApiClientException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        exception.StatusCode.ShouldBe(413);
    }

    [Fact]
    public async Task A_failed_initializer_is_posted_and_ends_the_run()
    {
        await using var api = await RuntimeApi.StartAsync();
        using var bootstrap = api.Build(LambdaBootstrapBuilder
            .Create((input, _) => Task.FromResult(input))
            .UseBootstrapHandler(() => throw new InvalidDataException("no table")));

        await Should.ThrowAsync<InvalidDataException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        var post = await api.PostAsync();
        post.Path.ShouldBe("init/error");
        post.Headers["Lambda-Runtime-Function-Error-Type"].ShouldBe("InvalidDataException");
        JsonDocument.Parse(post.Body).RootElement.GetProperty("errorMessage").GetString().ShouldBe("no table");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invocations_are_taken_only_after_an_initializer_that_says_so(bool goOn)
    {
        await using var api = await RuntimeApi.StartAsync();
        using var bootstrap = api.Build(LambdaBootstrapBuilder
            .Create((input, _) => Task.FromResult(input))
            .UseBootstrapHandler(() => Task.FromResult(goOn)));
        using var stop = new CancellationTokenSource();
        var run = bootstrap.RunAsync(stop.Token);

        if (goOn)
        {
            await api.FunctionWaitsAsync();
            await stop.CancelAsync();
        }

        await run.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null, "AWS_LAMBDA_RUNTIME_API is missing")]
    [InlineData("", "AWS_LAMBDA_RUNTIME_API is missing")]
    [InlineData("http://here:1:2", "AWS_LAMBDA_RUNTIME_API is 'http://here:1:2'")]
    public void A_missing_or_bad_address_is_named(string? address, string message)
    {
        var builder = LambdaBootstrapBuilder.Create((input, _) => Task.FromResult(input));

        var exception = Should.Throw<InvalidOperationException>(
            () => builder.Build(name => name == "AWS_LAMBDA_RUNTIME_API" ? address : null, TimeProvider.System));

        exception.Message.ShouldContain(message);
    }

    private static RunningFunction Run(RuntimeApi api, Func<Stream, ILambdaContext, Task<Stream>> handler, TimeProvider? time = null) =>
        new(api.Build(LambdaBootstrapBuilder.Create(handler), time));

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    private static string Text(ReceivedRequest request) => request.Text;
}
