using System.Net;
using Amazon.Runtime;

namespace AlexaSkill.Persistence;

/// <summary>Turns what the AWS SDK throws into <see cref="PersistenceException"/>.</summary>
internal static class AwsFailures
{
    /// <summary>Awaits a call; the end of the caller's patience passes unchanged.</summary>
    /// <typeparam name="T">The response's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="what">The operation and what it concerns, for the message.</param>
    /// <param name="describe">What a service's refusal means; null where it means nothing particular.</param>
    /// <returns>The response.</returns>
    /// <exception cref="PersistenceException">The call failed.</exception>
    public static async Task<T> OrPersistenceErrorAsync<T>(
        this Task<T> call, string what, Func<AmazonServiceException, (PersistenceFailure Failure, string Message)?> describe)
    {
        try
        {
            return await call;
        }
        catch (AmazonServiceException refusal)
        {
            var (failure, message) = describe(refusal) ?? Describe(refusal, what);
            throw new PersistenceException(failure, message, refusal);
        }
        catch (Exception failure) when (IsTransport(failure))
        {
            throw new PersistenceException(
                PersistenceFailure.Unavailable,
                $"{what} got no answer: {failure.Message.TrimEnd('.')}. Check endpoint, region, credentials and network.",
                failure);
        }
    }

    private static (PersistenceFailure Failure, string Message) Describe(AmazonServiceException refusal, string what) =>
        refusal.StatusCode >= HttpStatusCode.InternalServerError || refusal.StatusCode == default || IsThrottling(refusal)
            ? (PersistenceFailure.Unavailable, $"{what} failed at present: {refusal.ErrorCode}. Try again later, or look at the quotas.")
            : (PersistenceFailure.Refused, $"{what} was refused: {refusal.ErrorCode}: {refusal.Message}");

    private static bool IsThrottling(AmazonServiceException refusal) => refusal.Retryable?.Throttling == true
        || refusal.StatusCode == HttpStatusCode.TooManyRequests
        || refusal.ErrorCode is "ProvisionedThroughputExceededException" or "RequestLimitExceeded" or "ThrottlingException";

    // The HTTP client reports its own time-out as a cancellation.
    private static bool IsTransport(Exception failure) => failure is AmazonClientException
        or HttpRequestException
        or IOException
        or OperationCanceledException { InnerException: TimeoutException };
}
