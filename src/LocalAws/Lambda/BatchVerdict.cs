using System.Text.Json;

namespace LocalAws.Lambda;

/// <summary>What a function's answer means for its batch, with ReportBatchItemFailures on.</summary>
/// <param name="Outcome">What happens next.</param>
/// <param name="Delivered">How many records, from the first on, are done.</param>
public sealed record BatchVerdict(BatchOutcome Outcome, int Delivered = 0)
{
    private static readonly BatchVerdict AllFailed = new(BatchOutcome.Failed);

    /// <summary>Judges an answer.</summary>
    /// <param name="batch">The sequence numbers of the records that the function got, in their order.</param>
    /// <param name="result">What the invocation gave.</param>
    /// <returns>The verdict.</returns>
    public static BatchVerdict Of(IReadOnlyList<string> batch, InvocationResult result)
    {
        if (result.Error is not null)
        {
            return new BatchVerdict(BatchOutcome.InvocationFailed);
        }

        try
        {
            return result.Payload.IsEmpty ? Success(batch) : Of(batch, JsonElement.Parse(result.Payload.Span));
        }
        catch (JsonException)
        {
            return AllFailed;
        }
    }

    private static BatchVerdict Success(IReadOnlyList<string> batch) => new(BatchOutcome.Delivered, batch.Count);

    private static BatchVerdict Of(IReadOnlyList<string> batch, JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Null)
        {
            return Success(batch);
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return AllFailed;
        }

        if (!answer.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind == JsonValueKind.Null)
        {
            return Success(batch);
        }

        return failures.ValueKind == JsonValueKind.Array ? Of(batch, [.. failures.EnumerateArray()]) : AllFailed;
    }

    private static BatchVerdict Of(IReadOnlyList<string> batch, JsonElement[] failures)
    {
        // Places compare as the sequence numbers do as numbers: a batch is in their order.
        var places = batch.Select((number, place) => (number, place)).ToDictionary(StringComparer.Ordinal);
        var failed = Array.ConvertAll(failures, failure => Id(failure) is { } id && places.TryGetValue(id, out var place) ? place : -1);
        return failed switch
        {
            [] => Success(batch),
            _ when failed.Min() <= 0 => AllFailed,
            _ => new BatchVerdict(BatchOutcome.PartlyDelivered, failed.Min()),
        };
    }

    private static string? Id(JsonElement failure) =>
        failure.ValueKind == JsonValueKind.Object
        && failure.TryGetProperty("itemIdentifier", out var id)
        && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
}

/// <summary>What happens to a batch after its invocation.</summary>
public enum BatchOutcome
{
    /// <summary>All is done.</summary>
    Delivered,

    /// <summary>The first records are done, the rest is delivered again.</summary>
    PartlyDelivered,

    /// <summary>The function refused the whole batch.</summary>
    Failed,

    /// <summary>The function threw, ran out of time or died: the batch may be halved.</summary>
    InvocationFailed,
}
