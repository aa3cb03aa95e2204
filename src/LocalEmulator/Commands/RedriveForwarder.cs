using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using LocalAws.Lambda;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Has the forwarder send records, and learns what it can make no line of: the forwarder alone judges that.</summary>
internal sealed class RedriveForwarder(LambdaHost forwarder, IAmazonS3 s3, string bucket, string quarantinePrefix)
{
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);

    /// <summary>A prefix for one redrive's quarantine: no alarm watches it, and what lies there is deleted as soon as it is read.</summary>
    public static string OwnPrefix() => $"redrive/{Guid.NewGuid():N}/";

    /// <summary>The request ids of what was sent, as they stand in delivered lines.</summary>
    public IReadOnlySet<string> Sent => sent;

    /// <summary>Sends the inserts among records, but what is delivered or was sent before.</summary>
    public async Task<IReadOnlyList<RedriveResult>> SendAsync(
        IEnumerable<RedriveRecord> records, IReadOnlySet<string> delivered, CancellationToken cancellationToken)
    {
        var results = new List<RedriveResult>();
        var open = new List<RedriveRecord>();
        foreach (var record in records)
        {
            if (Judge(record, delivered) is { } result)
            {
                results.Add(result);
            }
            else
            {
                open.Add(record);
            }
        }

        foreach (var batch in Batches(open))
        {
            results.AddRange(await SendBatchAsync(batch, cancellationToken));
        }

        sent.UnionWith(results.Where(result => result.Outcome == RedriveOutcome.Sent).Select(result => LineId(result.Record)).OfType<string>());
        return results;
    }

    /// <summary>What needs no forwarder to be known; null where it has to be sent.</summary>
    private RedriveResult? Judge(RedriveRecord record, IReadOnlySet<string> delivered) =>
        record.Flaw is { } flaw ? new RedriveResult(record, RedriveOutcome.Unfit, flaw)
        : !record.IsInsert ? new RedriveResult(record, RedriveOutcome.Ignored)
        : LineId(record) is { } id && (delivered.Contains(id) || sent.Contains(id)) ? new RedriveResult(record, RedriveOutcome.Earlier)
        : null;

    private static string? LineId(RedriveRecord record) => record.RequestId is { } id ? DeliveredHits.InLine(id) : null;

    /// <summary>Makes batches as a mapping does: no sequence number occurs twice in one, and Lambda's limits hold.</summary>
    private static IEnumerable<List<RedriveRecord>> Batches(IEnumerable<RedriveRecord> records)
    {
        var batch = new List<RedriveRecord>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var bytes = InvocationPayload.EmptyBytes;
        foreach (var record in records)
        {
            bytes += record.Json.Length + 1;
            if (batch.Count > 0
                && (batch.Count == Pipeline.BatchSize || bytes > InvocationPayload.MaxBytes || !numbers.Add(record.SequenceNumber)))
            {
                yield return batch;
                (batch, bytes) = ([], InvocationPayload.EmptyBytes + record.Json.Length + 1);
                numbers.Clear();
            }

            batch.Add(record);
            numbers.Add(record.SequenceNumber);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task<IEnumerable<RedriveResult>> SendBatchAsync(List<RedriveRecord> batch, CancellationToken cancellationToken)
    {
        var answer = await forwarder.InvokeAsync(InvocationPayload.Of([.. batch.Select(record => record.Json)]), cancellationToken);
        var verdict = BatchVerdict.Of([.. batch.Select(record => record.SequenceNumber)], answer);
        var reasons = await TakeQuarantinedAsync(cancellationToken);
        var failure = answer.Error?.Type ?? "the forwarder could not deliver it; see redrive.log in the data folder's logs";
        return batch.Select((record, index) =>
            reasons.TryGetValue(Encoding.UTF8.GetString(record.Json.Span), out var reason)
                ? new RedriveResult(record, RedriveOutcome.Unfit, reason)
            : index < verdict.Delivered
                ? new RedriveResult(record, RedriveOutcome.Sent)
                : new RedriveResult(record, RedriveOutcome.Unsent, failure));
    }

    /// <summary>Reads the reasons of what was quarantined, by the records' text; the copies are of no more use then.</summary>
    private async Task<Dictionary<string, string>> TakeQuarantinedAsync(CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var page = new ListObjectsV2Request { BucketName = bucket, Prefix = quarantinePrefix };
        while ((await s3.ListObjectsV2Async(page, cancellationToken)).S3Objects is { Count: > 0 } copies)
        {
            foreach (var copy in copies)
            {
                using var response = await s3.GetObjectAsync(bucket, copy.Key, cancellationToken);
                using var content = await JsonDocument.ParseAsync(response.ResponseStream, cancellationToken: cancellationToken);
                var record = content.RootElement.GetProperty("record");
                var text = record.ValueKind == JsonValueKind.String
                    ? record.GetString()!
                    : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(record));
                reasons[text] = content.RootElement.Text("reason") ?? "the forwarder gave no reason";
                await s3.DeleteObjectAsync(bucket, copy.Key, cancellationToken);
            }
        }

        return reasons;
    }
}
