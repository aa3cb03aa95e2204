using System.Text;
using LocalAws.DynamoDb;
using LocalAws.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class BatchVerdictTests
{
    // 99…, 100…, 101…: as text the first would be the last.
    private static readonly string[] Batch = [.. Enumerable.Range(100, 3).Select(number => StreamRecord.SequenceNumberOf(number))];

    [Theory]
    [InlineData("", nameof(BatchOutcome.Delivered), 3)]
    [InlineData("null", nameof(BatchOutcome.Delivered), 3)]
    [InlineData("{}", nameof(BatchOutcome.Delivered), 3)]
    [InlineData("""{"batchItemFailures":null}""", nameof(BatchOutcome.Delivered), 3)]
    [InlineData("""{"batchItemFailures":[]}""", nameof(BatchOutcome.Delivered), 3)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#1"}]}""", nameof(BatchOutcome.PartlyDelivered), 1)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#2"}]}""", nameof(BatchOutcome.PartlyDelivered), 2)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#2"},{"itemIdentifier":"#1"}]}""", nameof(BatchOutcome.PartlyDelivered), 1)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#0"}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#2"},{"itemIdentifier":"#0"}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":""}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":null}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"12345"}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"itemIdentifier":"#2"},{"itemIdentifier":"12345"}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[{"identifier":"#2"}]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":[null]}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("""{"batchItemFailures":"#1"}""", nameof(BatchOutcome.Failed), 0)]
    [InlineData("\"done\"", nameof(BatchOutcome.Failed), 0)]
    [InlineData("done", nameof(BatchOutcome.Failed), 0)]
    public void An_answer_decides_what_is_done(string answer, string outcome, int delivered)
    {
        for (var place = 0; place < Batch.Length; place++)
        {
            answer = answer.Replace($"#{place}", Batch[place], StringComparison.Ordinal);
        }

        var verdict = BatchVerdict.Of(Batch, new InvocationResult(Encoding.UTF8.GetBytes(answer)));

        verdict.ShouldBe(new BatchVerdict(Enum.Parse<BatchOutcome>(outcome), delivered));
    }

    [Fact]
    public void An_error_is_a_failed_invocation() =>
        BatchVerdict.Of(Batch, InvocationResult.Failed("Sandbox.Timedout", "")).ShouldBe(new BatchVerdict(BatchOutcome.InvocationFailed));
}
