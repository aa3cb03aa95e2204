using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Analytics;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Handles one batch of the table's stream: inserts become lines, lines go to Firehose, the answer says from where to repeat.</summary>
/// <param name="delivery">Puts lines to Firehose.</param>
/// <param name="quarantine">Keeps what can never become a line; null where such a record ends its batch.</param>
/// <param name="deliveryLog">Keeps what became of each batch; null to keep nothing.</param>
/// <param name="logger">The log.</param>
internal sealed class Forwarder(Delivery delivery, Quarantine? quarantine, DeliveryLog? deliveryLog, ILogger logger)
{
    // What Lambda has not got back by its deadline is lost work: the answer is due before.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    /// <summary>Handles an invocation.</summary>
    /// <param name="input">The stream event's JSON.</param>
    /// <param name="context">The invocation; its remaining time bounds the delivery.</param>
    /// <returns>A <see cref="StreamsEventResponse"/>: no entry, or one with the first sequence number that was not delivered.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var streamEvent = await ReadAsync(input);
        using var lines = await TransformAsync(streamEvent, context);
        var taken = await delivery.PutAsync(lines.Packs, context.RemainingTime - Reserve);
        var undelivered = taken < lines.Packs.Count ? lines.Packs[taken].FirstSequenceNumber : lines.End?.SequenceNumber;
        if (undelivered is not null)
        {
            Log.GaveUp(logger, undelivered);
        }

        await (deliveryLog?.WriteAsync(context.AwsRequestId, [.. lines.Packs.Take(taken)], Status(undelivered, lines)) ?? Task.CompletedTask);
        return Answer(undelivered);
    }

    private static async Task<MemoryStream> ReadAsync(Stream input)
    {
        var streamEvent = new MemoryStream(input.CanSeek ? (int)(input.Length - input.Position) : 0);
        await input.CopyToAsync(streamEvent);
        return streamEvent;
    }

    /// <summary>Makes lines of what can become one; the rest is quarantined, or ends the lines at the first record that could not be.</summary>
    private async Task<LineTransform> TransformAsync(MemoryStream streamEvent, ILambdaContext context)
    {
        var lines = Transform(streamEvent, quarantine is null ? 0 : int.MaxValue);
        foreach (var rejection in lines.Rejected)
        {
            Log.Rejected(logger, rejection.SequenceNumber, rejection.Reason);
        }

        if (quarantine is null)
        {
            return lines;
        }

        var kept = await quarantine.PutAsync(lines.Rejected, context.RemainingTime - Reserve);
        if (kept == lines.Rejected.Count)
        {
            return lines;
        }

        // What comes after the first record that is not kept may not be acknowledged, so it is not sent either.
        lines.Dispose();
        return Transform(streamEvent, kept);
    }

    private static LineTransform Transform(MemoryStream streamEvent, int maxRejected) =>
        LineTransform.Of(streamEvent.GetBuffer().AsSpan(0, (int)streamEvent.Length), maxRejected);

    private static string Status(string? undelivered, LineTransform lines) =>
        undelivered is not null ? DeliveryLogEntry.Partial
        : lines.Rejected.Count > 0 ? DeliveryLogEntry.Quarantined
        : DeliveryLogEntry.Delivered;

    private static MemoryStream Answer(string? firstUndelivered)
    {
        var response = new StreamsEventResponse
        {
            BatchItemFailures = firstUndelivered is null ? [] : [new StreamsEventResponse.BatchItemFailure { ItemIdentifier = firstUndelivered }],
        };
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(response, ForwarderJson.Default.StreamsEventResponse));
    }
}
