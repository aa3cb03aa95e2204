using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;

namespace StreamToFirehoseFunction;

/// <summary>Keeps records that can never become a line, whole and with the reason, in a bucket; a record that comes again replaces itself.</summary>
/// <param name="s3">The client.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="prefix">What keys begin with; <c>yyyy/MM/dd/</c> of the day (UTC) and the sequence number follow.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class Quarantine(IAmazonS3 s3, string bucket, string prefix, TimeProvider time, ILogger logger)
{
    /// <summary>Keeps records, in order, until all are kept, one can't be, or the time is over.</summary>
    /// <param name="rejections">The records.</param>
    /// <param name="limit">How long that may take.</param>
    /// <returns>How many are kept, from the first on.</returns>
    public async Task<int> PutAsync(IReadOnlyList<Rejection> rejections, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
        for (var kept = 0; kept < rejections.Count; kept++)
        {
            try
            {
                await s3.PutObjectAsync(Request(rejections[kept]), deadline.Token);
            }
            catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
                or OperationCanceledException)
            {
                Log.QuarantineFailed(logger, rejections[kept].SequenceNumber, (failure as AmazonServiceException)?.ErrorCode ?? failure.GetType().Name);
                return kept;
            }
        }

        return rejections.Count;
    }

    private PutObjectRequest Request(Rejection rejection)
    {
        var day = time.GetUtcNow().ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        var name = rejection.SequenceNumber is { Length: > 0 } number ? number : Convert.ToHexStringLower(SHA256.HashData(rejection.Record));
        return new PutObjectRequest
        {
            BucketName = bucket,
            Key = $"{prefix}{day}/{name}.json",
            ContentType = "application/json",
            InputStream = new MemoryStream(Describe(rejection)),
        };
    }

    private static byte[] Describe(Rejection rejection)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteString("reason", rejection.Reason);
            json.WritePropertyName("record");
            json.WriteRawValue(rejection.Record);
            json.WriteEndObject();
        }

        return document.ToArray();
    }
}
