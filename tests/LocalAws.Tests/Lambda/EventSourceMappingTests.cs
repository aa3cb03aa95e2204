using System.Text;
using System.Text.Json;
using LocalAws.DynamoDb;
using LocalAws.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class EventSourceMappingTests
{
    private static readonly InvocationResult Success = new("{\"batchItemFailures\":[]}"u8.ToArray());
    private static readonly MappingSettings Settings = new()
    {
        BatchSize = 1_000,
        MaxRetryAttempts = 25,
        Bisect = true,
        FirstBackoff = TimeSpan.Zero,
    };

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));
    private readonly TableStream log;
    private readonly List<int[]> invocations = [];
    private readonly List<DiscardedBatch> discarded = [];

    public EventSourceMappingTests() => log = new TableStream("hits", time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_come_in_order_in_batches_of_the_batch_size()
    {
        Insert(1..25);

        var counters = await RunAsync(Settings with { BatchSize = 10 }, _ => Success);

        invocations.Select(batch => batch.Length).ShouldBe([10, 10, 5]);
        invocations.SelectMany(batch => batch).ShouldBe(Enumerable.Range(1, 25));
        counters.ShouldBe(new MappingCounters(Delivered: 25, Batches: 3, Retries: 0, Discarded: 0));
        log.Checkpoint.ShouldBe(log.End);
    }

    [Fact]
    public async Task Only_inserts_are_delivered()
    {
        Insert(1..2);
        log.Append([new StreamChange(Key(1), Key(1), null), new StreamChange(Key(2), Key(2), JsonElement.Parse("{}"))]);
        Insert(3..3);
        log.Append([new StreamChange(Key(3), Key(3), null)]);

        await RunAsync(Settings, _ => Success);

        invocations.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
        log.Checkpoint.ShouldBe(log.End);
    }

    [Fact]
    public async Task A_stream_without_inserts_makes_no_call()
    {
        log.Append([new StreamChange(Key(1), Key(1), null)]);

        await RunAsync(Settings, _ => Success);

        invocations.ShouldBeEmpty();
        log.Checkpoint.ShouldBe(log.End);
    }

    [Fact]
    public async Task A_payload_stays_within_its_bytes()
    {
        Insert(1..6);
        var record = log.Read(0).First().Json.Length;

        await RunAsync(Settings with { BatchBytes = InvocationPayload.EmptyBytes + (3 * (record + 1)) }, _ => Success);

        invocations.Select(batch => batch.Length).ShouldBe([3, 3]);
    }

    [Fact]
    public async Task A_batch_waits_for_its_window_to_fill()
    {
        Insert(1..1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var seen = new TaskCompletionSource();
        var mapping = Mapping(Settings with { Window = TimeSpan.FromSeconds(10) }, _ =>
        {
            seen.TrySetResult();
            return Success;
        });
        var running = mapping.RunAsync(stop.Token);

        Insert(2..2);
        seen.Task.IsCompleted.ShouldBeFalse();
        while (!seen.Task.IsCompleted)
        {
            // The window opens some time after the first record; the clock moves until it closes.
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await mapping.DrainAsync(Cancellation);
        await StopAsync(running, stop);
        invocations.SelectMany(batch => batch).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Draining_closes_the_window()
    {
        Insert(1..3);

        await RunAsync(Settings with { Window = TimeSpan.FromMinutes(5) }, _ => Success);

        invocations.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_partial_failure_is_delivered_again_from_its_record_on()
    {
        Insert(1..10);

        var counters = await RunAsync(Settings, batch => batch[0] < 4 ? FailedAt(4) : Success);

        invocations.ShouldBe([[.. Enumerable.Range(1, 10)], [.. Enumerable.Range(4, 7)]]);
        counters.ShouldBe(new MappingCounters(Delivered: 10, Batches: 2, Retries: 1, Discarded: 0));
    }

    [Fact]
    public async Task Of_several_failures_the_lowest_counts_as_a_number()
    {
        Insert(1..120);

        await RunAsync(Settings, batch => batch[0] == 1 ? FailedAt(119, 99, 105) : Success);

        invocations[1][0].ShouldBe(99);
    }

    [Fact]
    public async Task Progress_starts_a_fresh_budget_of_retries()
    {
        Insert(1..8);
        var failures = 0;

        // Two failures for each record, with a budget of two retries, never exhaust it.
        var counters = await RunAsync(Settings with { MaxRetryAttempts = 2 }, batch =>
            ++failures % 3 != 0 ? FailedAt(batch[0]) : batch.Length > 1 ? FailedAt(batch[1]) : Success);

        counters.ShouldBe(new MappingCounters(Delivered: 8, Batches: 24, Retries: 23, Discarded: 0));
    }

    [Theory]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""")]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"111"}]}""")]
    public async Task A_bad_answer_fails_the_whole_batch_until_the_retries_are_used_up(string answer)
    {
        Insert(1..5);

        var counters = await RunAsync(Settings with { MaxRetryAttempts = 3 }, _ => new InvocationResult(Encoding.UTF8.GetBytes(answer)));

        invocations.Count.ShouldBe(4);
        invocations.ShouldAllBe(batch => batch.Length == 5);
        counters.ShouldBe(new MappingCounters(Delivered: 0, Batches: 4, Retries: 3, Discarded: 5));
        var batch = discarded.ShouldHaveSingleItem();
        batch.Condition.ShouldBe("RetryAttemptsExhausted");
        batch.InvokeCount.ShouldBe(4);
        batch.Error.ShouldBeNull();
    }

    [Fact]
    public async Task Bisecting_isolates_the_record_that_breaks_the_function_and_uses_up_no_retry()
    {
        Insert(1..8);

        var counters = await RunAsync(Settings with { MaxRetryAttempts = 1 }, batch =>
            batch.Contains(6) ? InvocationResult.Failed("Boom", "six") : Success);

        invocations.ShouldBe([[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4], [5, 6, 7, 8], [5, 6], [5], [6], [6], [7, 8]]);
        var batch = discarded.ShouldHaveSingleItem();
        batch.Records.Select(Number).ShouldBe([6]);
        batch.Error.ShouldBe(new FunctionError("Boom", "six"));
        counters.ShouldBe(new MappingCounters(Delivered: 7, Batches: 8, Retries: 1, Discarded: 1));
    }

    [Fact]
    public async Task Without_bisecting_a_batch_is_tried_and_given_up_as_a_whole()
    {
        Insert(1..4);

        await RunAsync(Settings with { MaxRetryAttempts = 1, Bisect = false }, _ => InvocationResult.Failed("Boom", ""));

        invocations.ShouldBe([[1, 2, 3, 4], [1, 2, 3, 4]]);
        discarded.ShouldHaveSingleItem().Records.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Records_that_are_too_old_are_given_up_without_a_call()
    {
        Insert(1..2);
        time.Advance(TimeSpan.FromMinutes(2));
        Insert(3..4);

        await RunAsync(Settings with { MaxRecordAge = TimeSpan.FromMinutes(1) }, _ => Success);

        invocations.ShouldHaveSingleItem().ShouldBe([3, 4]);
        discarded.ShouldHaveSingleItem().Condition.ShouldBe("RecordAgeExceeded");
        discarded[0].Records.Select(Number).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_mapping_that_is_stopped_delivers_again_what_was_not_acknowledged()
    {
        Insert(1..6);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var half = new TaskCompletionSource();
        var first = new EventSourceMapping(
            log,
            async (payload, token) =>
            {
                half.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
                return Success;
            },
            DiscardAsync,
            Settings,
            time);
        var running = first.RunAsync(stop.Token);
        await half.Task.WaitAsync(Cancellation);
        await StopAsync(running, stop);

        await RunAsync(Settings, _ => Success);

        invocations.ShouldHaveSingleItem().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task What_fails_outside_the_function_ends_the_mapping()
    {
        Insert(1..1);
        var mapping = new EventSourceMapping(log, (_, _) => throw new LocalAwsException("dead"), DiscardAsync, Settings, time);

        var error = await Should.ThrowAsync<LocalAwsException>(() => mapping.RunAsync(Cancellation));

        error.Message.ShouldBe("dead");
    }

    private static JsonElement Key(int number) => JsonElement.Parse($$$"""{"id":{"N":"{{{number}}}"}}""");

    private static int Number(StreamRecord record) => Number(JsonElement.Parse(record.Json.Span));

    private static int Number(JsonElement record) =>
        int.Parse(record.GetProperty("dynamodb").GetProperty("Keys").GetProperty("id").GetProperty("N").GetString()!, null);

    private static async Task StopAsync(Task running, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private void Insert(Range numbers) => log.Append(
        Enumerable.Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value + 1)
            .Select(number => new StreamChange(Key(number), null, Key(number))));

    /// <summary>The answer that names records by the numbers of their keys, which are also their places in the stream.</summary>
    private static InvocationResult FailedAt(params int[] numbers)
    {
        var failures = numbers.Select(number => $$"""{"itemIdentifier":"{{StreamRecord.SequenceNumberOf(number)}}"}""");
        return new InvocationResult(Encoding.UTF8.GetBytes($$"""{"batchItemFailures":[{{string.Join(',', failures)}}]}"""));
    }

    private EventSourceMapping Mapping(MappingSettings settings, Func<int[], InvocationResult> function) => new(
        log,
        (payload, _) =>
        {
            int[] batch = [.. JsonElement.Parse(payload.Span).GetProperty("Records").EnumerateArray().Select(Number)];
            invocations.Add(batch);
            return Task.FromResult(function(batch));
        },
        DiscardAsync,
        settings,
        time);

    private Task DiscardAsync(DiscardedBatch batch, CancellationToken cancellationToken)
    {
        discarded.Add(batch);
        return Task.CompletedTask;
    }

    private async Task<MappingCounters> RunAsync(MappingSettings settings, Func<int[], InvocationResult> function)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var mapping = Mapping(settings, function);
        var running = mapping.RunAsync(stop.Token);
        await mapping.DrainAsync(Cancellation);
        await StopAsync(running, stop);
        return mapping.Counters;
    }
}
