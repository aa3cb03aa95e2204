
namespace FunctionHosting.Tests;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_ends_in_time_gives_its_result_or_its_failure()
    {
        (await Deadline.RunAsync(Limit, time, _ => Task.FromResult(7), Stop)).ShouldBe(7);

        await Should.ThrowAsync<InvalidDataException>(() => Deadline.RunAsync(Limit, time, _ => throw new InvalidDataException(), Stop));
        await Should.ThrowAsync<OperationCanceledException>(
            () => Deadline.RunAsync(Limit, time, _ => Task.FromException(new OperationCanceledException()), Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task At_the_limit_nobody_waits_any_more_whether_the_work_heeds_its_token_or_not(bool heeds)
    {
        var seen = CancellationToken.None;
        var run = Deadline.RunAsync(
            Limit,
            time,
            token =>
            {
                seen = token;
                return heeds ? Task.Delay(Timeout.Infinite, token) : new TaskCompletionSource().Task;
            },
            Stop);

        time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        (run.IsCompleted, seen.IsCancellationRequested).ShouldBe((false, false));
        time.Advance(TimeSpan.FromMilliseconds(1));

        (await Should.ThrowAsync<TimeoutException>(() => run)).Message.ShouldBe("It took longer than 2 s.");
        seen.IsCancellationRequested.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_that_cancels_hears_so_whether_the_work_heeds_its_token_or_not(bool heeds)
    {
        using var caller = new CancellationTokenSource();
        var run = Deadline.RunAsync(
            Limit, time, token => heeds ? Task.Delay(Timeout.Infinite, token) : new TaskCompletionSource().Task, caller.Token);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Without_time_the_work_does_not_begin(int seconds)
    {
        var hasBegun = false;

        await Should.ThrowAsync<TimeoutException>(() => Deadline.RunAsync(
            TimeSpan.FromSeconds(seconds),
            time,
            _ =>
            {
                hasBegun = true;
                return Task.CompletedTask;
            },
            Stop));

        hasBegun.ShouldBeFalse();
    }
}
