using System.Net;
using AlexaSkill.Persistence;
using Amazon.Runtime;

namespace AlexaSkill.S3;

/// <summary>Turns what the client of S3 throws into <see cref="PersistenceException"/>.</summary>
internal static class S3Failures
{
    /// <summary>The error code of an object that is absent.</summary>
    public const string NoSuchKey = "NoSuchKey";

    private const string Hint =
        " Without s3:ListBucket on the bucket, an object that does not exist looks like denied access, too: allow that as well.";

    /// <summary>Awaits a call; the caller's cancellation passes unchanged.</summary>
    /// <exception cref="PersistenceException">The call failed.</exception>
    public static async Task<T> OrPersistenceErrorAsync<T>(this Task<T> call, string action, S3PersistenceOptions options)
    {
        try
        {
            return await call;
        }
        catch (AmazonServiceException refusal)
        {
            var (reason, message) = Describe(refusal, action, options);
            throw new PersistenceException(reason, message, refusal);
        }
        catch (Exception failure) when (IsTransport(failure))
        {
            throw new PersistenceException(
                PersistenceFailure.Unavailable,
                $"{action} in bucket '{options.BucketName}' got no answer: {failure.Message.TrimEnd('.')}. "
                + "Check endpoint, region, credentials and network.",
                failure);
        }
    }

    private static (PersistenceFailure Reason, string Message) Describe(
        AmazonServiceException refusal, string action, S3PersistenceOptions options) => refusal.ErrorCode switch
        {
            "NoSuchBucket" => (
                PersistenceFailure.NotFound,
                $"Bucket '{options.BucketName}' was not found by {action}. Create it, or check its name, the region and the endpoint."),
            "PreconditionFailed" or "ConditionalRequestConflict" or NoSuchKey => (
                PersistenceFailure.Conflict,
                $"Somebody else has saved to bucket '{options.BucketName}' since the attributes were read. "
                + "Read them again and repeat the change, as ChangePersistentAttributesAsync does."),
            "AccessDenied" => (
                PersistenceFailure.AccessDenied,
                $"The permission s3:{action} on bucket '{options.BucketName}', prefix '{options.KeyPrefix}', is missing. "
                + "Allow it in the skill's IAM policy." + (action == "GetObject" ? Hint : "")),
            _ when IsBusy(refusal) => (
                PersistenceFailure.Unavailable,
                $"{action} in bucket '{options.BucketName}' failed at present: {refusal.ErrorCode}. Try again later, or look at the quotas."),
            _ => (
                PersistenceFailure.Refused,
                $"{action} in bucket '{options.BucketName}' was refused: {refusal.ErrorCode}: {refusal.Message}"),
        };

    private static bool IsBusy(AmazonServiceException refusal) => refusal.StatusCode >= HttpStatusCode.InternalServerError
        || refusal.StatusCode is default(HttpStatusCode) or HttpStatusCode.TooManyRequests
        || refusal.Retryable?.Throttling == true;

    // The HTTP client reports its own time-out as a cancellation.
    private static bool IsTransport(Exception failure) => failure is AmazonClientException
        or HttpRequestException
        or IOException
        or OperationCanceledException { InnerException: TimeoutException };
}
