using System.Net;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Analytics;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using Tables;

namespace StreamToFirehoseFunction;

/// <summary>Puts packs to Firehose, in order, and resends what it did not take while time remains.</summary>
internal sealed class Delivery(IAmazonKinesisFirehose firehose, string deliveryStream, TimeProvider time, Random random, ILogger logger)
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    private static readonly Backoff Delays = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(3));

    private bool hasLeftCall;

    /// <summary>Puts packs until all are taken, one can't be, or the time is over.</summary>
    public async Task<PutResult> PutAsync(IReadOnlyList<Pack> packs, TimeSpan limit)
    {
        hasLeftCall = false;
        using var deadline = Deadline.After(limit, time);
        var taken = 0;
        foreach (var call in SplitIntoCalls(packs))
        {
            if (await PutCallAsync(call, deadline.Token) is { } first)
            {
                return new PutResult(taken + call.IndexOf(first), hasLeftCall);
            }

            taken += call.Count;
        }

        var (lines, bytes) = Pack.Total(packs);
        Log.Delivered(logger, lines, bytes, packs.Count);
        return new PutResult(taken, hasLeftCall);
    }

    /// <summary>Divides packs into as few calls as Firehose's limits allow.</summary>
    internal static IEnumerable<List<Pack>> SplitIntoCalls(IReadOnlyList<Pack> packs)
    {
        var call = new List<Pack>();
        var bytes = 0;
        foreach (var pack in packs)
        {
            if (call.Count == FirehoseLimits.MaxCallRecords || bytes + pack.Data.Count > FirehoseLimits.MaxCallBytes)
            {
                yield return call;
                call = [];
                bytes = 0;
            }

            call.Add(pack);
            bytes += pack.Data.Count;
        }

        if (call.Count > 0)
        {
            yield return call;
        }
    }

    /// <summary>Makes one call until all its packs are taken; gives the first that is not.</summary>
    private async Task<Pack?> PutCallAsync(List<Pack> packs, CancellationToken deadline)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (remaining, mayTryAgain) = await AttemptAsync(packs, attempt, deadline);
            if (remaining.Count == 0)
            {
                return null;
            }

            packs = remaining;
            if (!mayTryAgain || !await WaitAsync(attempt, deadline))
            {
                return packs[0];
            }
        }
    }

    private async Task<(List<Pack> Remaining, bool MayTryAgain)> AttemptAsync(List<Pack> packs, int attempt, CancellationToken deadline)
    {
        Task<PutRecordBatchResponse>? call = null;
        try
        {
            // A call that does not heed the token, such as one that reads an endless answer, is left behind.
            var response = await Deadline.RunAsync(
                AttemptTimeout,
                time,
                token => call = firehose.PutRecordBatchAsync(Request(packs), token),
                deadline);
            return (NotTaken(packs, response, attempt), true);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            Log.CallFailed(logger, (failure as AmazonServiceException)?.ErrorCode ?? failure.GetType().Name, failure.Message, attempt);
            return (packs, IsTransient(failure));
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            hasLeftCall |= call is { IsCompleted: false };
            Log.CallFailed(logger, "TimedOut", "Firehose did not answer in time.", attempt);
            return (packs, true);
        }
    }

    private PutRecordBatchRequest Request(List<Pack> packs) => new()
    {
        DeliveryStreamName = deliveryStream,
        Records = packs.ConvertAll(pack => new Record { Data = new MemoryStream(pack.Data.Array!, pack.Data.Offset, pack.Data.Count, false, true) }),
    };

    private List<Pack> NotTaken(List<Pack> packs, PutRecordBatchResponse response, int attempt)
    {
        // Each record's own entry says whether it was taken; an answer that lacks them says it of all or of none.
        var entries = response.RequestResponses ?? [];
        var notTaken = entries.Count == packs.Count ? [.. packs.Where((_, index) => !IsTaken(entries[index]))]
            : response.FailedPutCount == 0 ? []
            : packs;
        if (notTaken.Count > 0)
        {
            var errorCode = entries.Find(entry => entry is { ErrorCode.Length: > 0 })?.ErrorCode;
            Log.PartlyFailed(logger, packs.Count - notTaken.Count, packs.Count, errorCode, attempt);
        }

        return notTaken;
    }

    private static bool IsTaken(PutRecordBatchResponseEntry entry) => entry is { ErrorCode: null or "", RecordId.Length: > 0 };

    /// <summary>Waits before the next attempt; false where the deadline comes first.</summary>
    private async Task<bool> WaitAsync(int attempt, CancellationToken deadline)
    {
        try
        {
            await Task.Delay(Delays.Delay(attempt - 1, random), time, deadline);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Whether the same call may succeed soon: not where Firehose refuses it for what it is.</summary>
    private static bool IsTransient(Exception failure) =>
        failure is not AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } refusal
        || refusal.ErrorCode is "ThrottlingException" or "LimitExceededException" or "RequestTimeout"
        || refusal.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
}

/// <summary>What became of packs.</summary>
/// <param name="Taken">How many Firehose took before the first one that it did not take.</param>
/// <param name="MayReadOn">Whether a call was left behind that may still read their bytes.</param>
internal readonly record struct PutResult(int Taken, bool MayReadOn);
