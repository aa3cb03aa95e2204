namespace Tables.Tests.Examples;

public sealed class LogTableTests(DynaliteFixture dynalite)
{
    private static readonly LogEntry Monday = new("2026-03-02T08:00:00Z", "open", "The dog barked.");
    private static readonly LogEntry Tuesday = new("2026-03-03T08:00:00Z", "open", "The dog barked again.", Attempts: 1);
    private static readonly LogEntry Wednesday = new("2026-03-04T08:00:00Z", "done", "The dog sleeps.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_found_by_its_time()
    {
        var log = await NewTableAsync();

        (await log.GetAsync(Tuesday.UpdatedAt, Cancellation)).ShouldBe(Tuesday);
    }

    [Fact]
    public async Task A_time_is_taken_once()
    {
        var log = await NewTableAsync();

        (await log.AddAsync(Monday with { Message = "Another." }, Cancellation)).ShouldBeFalse();

        (await log.GetAsync(Monday.UpdatedAt, Cancellation)).ShouldBe(Monday);
    }

    [Fact]
    public async Task Messages_are_found_by_their_status_newest_first()
    {
        var log = await NewTableAsync();

        (await log.FindByStatusAsync("open", Cancellation).ToListAsync(Cancellation)).ShouldBe([Tuesday, Monday]);
    }

    [Fact]
    public async Task Messages_are_found_by_time_and_status()
    {
        var log = await NewTableAsync();

        (await log.FindByTimeAndStatusAsync(Monday.UpdatedAt, "open", Cancellation).ToListAsync(Cancellation)).ShouldBe([Monday]);
        (await log.FindByTimeAndStatusAsync(Monday.UpdatedAt, "done", Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_status_moves_the_message_and_keeps_its_text()
    {
        var log = await NewTableAsync();

        (await log.SetStatusAsync(Tuesday.UpdatedAt, "done", Cancellation)).ShouldBeTrue();
        (await log.SetStatusAsync("1999-12-31T23:59:59Z", "done", Cancellation)).ShouldBeFalse();

        var done = await log.FindByStatusAsync("done", Cancellation).ToListAsync(Cancellation);
        done.ShouldBe([Wednesday, Tuesday with { Status = "done" }]);
    }

    private async Task<LogTable> NewTableAsync()
    {
        var log = new LogTable(dynalite.Client, DynaliteFixture.NewTableName());
        await log.CreateAsync(Cancellation);
        foreach (var entry in (LogEntry[])[Monday, Tuesday, Wednesday])
        {
            await log.AddAsync(entry, Cancellation);
        }

        return log;
    }
}
