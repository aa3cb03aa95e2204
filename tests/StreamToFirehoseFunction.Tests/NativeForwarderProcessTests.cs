using static StreamToFirehoseFunction.Tests.ScriptedFirehose;

namespace StreamToFirehoseFunction.Tests;

/// <summary>The same of the native executable, as it is deployed, and every batch of the matrix.</summary>
public sealed class NativeForwarderProcessTests : ForwarderProcessTests
{
    private static readonly Dictionary<string, BatchMatrix.Row> Rows = BatchMatrix.Rows.ToDictionary(row => row.Name);

    public static TheoryData<string> Batches => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Every_record_of_a_batch_is_delivered_or_behind_the_failure(string name)
    {
        var row = Rows[name];
        await using var firehose = await ScriptedFirehose.StartAsync(row.Firehose ?? [Take()]);

        (await InvokeAsync(firehose, row.Event)).ShouldBe(row.Failure is null ? Success : Failure(row.Failure));

        // Not with ShouldBe: it prints megabytes.
        (firehose.Taken == row.Lines).ShouldBeTrue();
        firehose.Calls.Count.ShouldBe(row.Calls ?? firehose.Calls.Count);
    }

    protected override async Task<string[]> CommandAsync()
    {
        Assert.SkipWhen(NativeFunction.Obstacle is not null, NativeFunction.Obstacle ?? "");
        return [await NativeFunction.FindAsync("StreamToFirehoseFunction")];
    }
}
