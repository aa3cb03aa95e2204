using System.Buffers;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Handles one batch of the table's stream: inserts become lines, lines go to Firehose, the answer says from where to repeat.</summary>
internal sealed class Forwarder(
    LineLayout layout, Delivery delivery, Quarantine? quarantine, DeliveryLog? deliveryLog, EmbeddedMetrics metrics, ILogger logger)
{
    // What Lambda has not got back by its deadline is lost work: the answer is due two seconds before, and has a way to go.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(2.2);

    // A delivery that uses up its time is the one that the log is read for.
    private static readonly TimeSpan LogReserve = TimeSpan.FromSeconds(0.5);

    /// <summary>Handles an invocation; its remaining time bounds the delivery.</summary>
    /// <returns>
    /// A <see cref="StreamsEventResponse"/>: no entry, or one with the lowest sequence number that was not delivered, which is empty (for
    /// Lambda: the whole batch) where one of these records has none.
    /// </returns>
    /// <exception cref="JsonException">The event is no stream event.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var length = (int)(input.Length - input.Position);
        var streamEvent = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await input.ReadExactlyAsync(streamEvent, 0, length);
            return Answer(await ForwardAsync(streamEvent.AsMemory(0, length), context));
        }
        catch
        {
            metrics.Add(Metrics.BatchFailures);
            throw;
        }
        finally
        {
            metrics.Flush();
            ArrayPool<byte>.Shared.Return(streamEvent);
        }
    }

    private async Task<string?> ForwardAsync(ReadOnlyMemory<byte> streamEvent, ILambdaContext context)
    {
        using var lines = LineTransform.Of(streamEvent, layout);
        await SetAsideAsync(lines, context);
        var put = await delivery.PutAsync(lines.Packs, TimeLeft(context) - (deliveryLog is null ? TimeSpan.Zero : LogReserve));
        if (put.MayReadOn)
        {
            lines.Abandon();
        }

        Pack[] delivered = [.. lines.Packs.Take(put.Taken)];
        Measure(delivered);
        var undelivered = Undelivered(lines, put.Taken);
        if (undelivered is not null)
        {
            metrics.Add(Metrics.BatchFailures);
            Log.GaveUp(logger, undelivered);
        }

        if (deliveryLog is not null)
        {
            await deliveryLog.WriteAsync(context.AwsRequestId, delivered, Status(undelivered, lines), TimeLeft(context));
        }

        return undelivered;
    }

    /// <summary>
    /// Puts the records that can't become lines into quarantine. The lines end at the first one that is not kept: what comes after it may
    /// not be acknowledged, so it is not sent either.
    /// </summary>
    private async Task SetAsideAsync(LineTransform lines, ILambdaContext context)
    {
        foreach (var rejection in quarantine is null ? lines.Rejected.Take(1) : lines.Rejected)
        {
            Log.Rejected(logger, rejection.SequenceNumber.ToString(), rejection.Reason);
        }

        var kept = 0;
        if (quarantine is not null)
        {
            // Half of the time is the delivery's, so that a batch gets on however much of it is to be set aside.
            kept = await quarantine.PutAsync(lines.Rejected, TimeLeft(context) / 2);
            metrics.Add(Metrics.QuarantinedRecords, kept);
        }

        if (kept < lines.Rejected.Count)
        {
            lines.CutAt(kept);
        }
    }

    private void Measure(Pack[] delivered)
    {
        var (lines, bytes) = Pack.Total(delivered);
        metrics.Add(Metrics.DeliveredRecords, lines);
        metrics.Add(Metrics.DeliveredBytes, bytes);
    }

    private static TimeSpan TimeLeft(ILambdaContext context) => context.RemainingTime - Reserve;

    private static string? Undelivered(LineTransform lines, int taken)
    {
        var lowest = lines.End;
        foreach (var pack in lines.Packs.Skip(taken))
        {
            lowest = lowest is { } end && end.CompareTo(pack.First) <= 0 ? end : pack.First;
        }

        return lowest?.ToString();
    }

    private static string Status(string? undelivered, LineTransform lines) =>
        undelivered is not null ? DeliveryLogEntry.Partial
        : lines.Rejected.Count > 0 ? DeliveryLogEntry.Quarantined
        : DeliveryLogEntry.Delivered;

    /// <summary>The response to an invocation, with the sequence number to go on from, or null where all is done.</summary>
    internal static MemoryStream Answer(string? firstUndelivered)
    {
        var response = new StreamsEventResponse
        {
            BatchItemFailures = firstUndelivered is null ? [] : [new StreamsEventResponse.BatchItemFailure { ItemIdentifier = firstUndelivered }],
        };
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(response, ForwarderJson.Default.StreamsEventResponse));
    }
}
