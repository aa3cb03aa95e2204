using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Handles one batch of the table's stream: inserts become lines, lines go to Firehose, the answer says from where to repeat.</summary>
/// <param name="delivery">Puts lines to Firehose.</param>
/// <param name="deliveryLog">Keeps what became of each batch; null to keep nothing.</param>
/// <param name="logger">The log.</param>
internal sealed class Forwarder(Delivery delivery, DeliveryLog? deliveryLog, ILogger logger)
{
    // What Lambda has not got back by its deadline is lost work: the answer is due before.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2);

    /// <summary>Handles an invocation.</summary>
    /// <param name="input">The stream event's JSON.</param>
    /// <param name="context">The invocation; its remaining time bounds the delivery.</param>
    /// <returns>A <see cref="StreamsEventResponse"/>: no entry, or one with the first sequence number that was not delivered.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var lines = await TransformAsync(input);
        if (lines.Rejected is { } rejection)
        {
            Log.Rejected(logger, rejection.SequenceNumber, rejection.Reason);
        }

        var taken = await delivery.PutAsync(lines.Packs, context.RemainingTime - Reserve);
        var undelivered = taken < lines.Packs.Count ? lines.Packs[taken].FirstSequenceNumber : lines.Rejected?.SequenceNumber;
        if (undelivered is not null)
        {
            Log.GaveUp(logger, undelivered);
        }

        await (deliveryLog?.WriteAsync(context.AwsRequestId, [.. lines.Packs.Take(taken)], undelivered is null) ?? Task.CompletedTask);
        return Answer(undelivered);
    }

    private static async Task<LineTransform> TransformAsync(Stream input)
    {
        using var streamEvent = new MemoryStream(input.CanSeek ? (int)(input.Length - input.Position) : 0);
        await input.CopyToAsync(streamEvent);
        return LineTransform.Of(streamEvent.GetBuffer().AsSpan(0, (int)streamEvent.Length));
    }

    private static MemoryStream Answer(string? firstUndelivered)
    {
        var response = new StreamsEventResponse
        {
            BatchItemFailures = firstUndelivered is null ? [] : [new StreamsEventResponse.BatchItemFailure { ItemIdentifier = firstUndelivered }],
        };
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(response, ForwarderJson.Default.StreamsEventResponse));
    }
}
