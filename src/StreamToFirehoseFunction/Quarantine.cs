using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FunctionHosting;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Keeps records that can never become a line, whole and with the reason, in a bucket.</summary>
/// <remarks>A key is the prefix, <c>yyyy/MM/dd/</c> of the day (UTC), the sequence number and a hash: a record that comes again replaces itself.</remarks>
internal sealed class Quarantine(IAmazonS3 s3, string bucket, string prefix, TimeProvider time, ILogger logger)
{
    private const int CallsInFlight = 8;

    /// <summary>
    /// Keeps records, several at once, until all are kept, one can't be, or the time is over; gives how many are kept for certain, from the
    /// first on.
    /// </summary>
    public async Task<int> PutAsync(IReadOnlyList<Rejection> rejections, TimeSpan limit)
    {
        using var deadline = Deadline.After(limit, time);
        for (var kept = 0; kept < rejections.Count; kept += CallsInFlight)
        {
            var results = await Task.WhenAll(rejections.Skip(kept).Take(CallsInFlight).Select(rejection => TryPutAsync(rejection, deadline.Token)));
            if (Array.IndexOf(results, false) is var failed and >= 0)
            {
                return kept + failed;
            }
        }

        return rejections.Count;
    }

    private async Task<bool> TryPutAsync(Rejection rejection, CancellationToken deadline)
    {
        try
        {
            // A client that does not heed the token is left behind.
            await s3.PutObjectAsync(Request(rejection), deadline).WaitAsync(deadline);
            return true;
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
            or OperationCanceledException)
        {
            Log.QuarantineFailed(logger, rejection.SequenceNumber.ToString(), (failure as AmazonServiceException)?.ErrorCode ?? failure.GetType().Name);
            return false;
        }
    }

    private PutObjectRequest Request(Rejection rejection)
    {
        var day = time.GetUtcNow().ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var number = rejection.SequenceNumber.ToString() is { Length: > 0 } text ? text : "unnumbered";
        var content = Convert.ToHexStringLower(SHA256.HashData(rejection.Record.Span).AsSpan(0, 8));
        return new PutObjectRequest
        {
            BucketName = bucket,
            Key = $"{prefix}{day}/{number}-{content}.json",
            ContentType = "application/json",
            InputStream = new MemoryStream(Describe(rejection)),
            UseChunkEncoding = false, // not every compatible store takes a body signed in chunks
        };
    }

    /// <summary>The object: the reason and the record, as it came; one that is no JSON stands there as text.</summary>
    private static byte[] Describe(Rejection rejection)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteString("reason", rejection.Reason);
            json.WritePropertyName("record");
            if (rejection.IsJson)
            {
                json.WriteRawValue(rejection.Record.Span, skipInputValidation: true);
            }
            else
            {
                json.WriteStringValue(Encoding.UTF8.GetString(rejection.Record.Span));
            }

            json.WriteEndObject();
        }

        return document.ToArray();
    }
}
