using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Tables;

/// <summary>Turns what the AWS SDK throws into <see cref="TableException"/>, also for calls that the tables here do not make.</summary>
public static class TableErrors
{
    /// <summary>Awaits a call; a failed condition and the caller's cancellation pass unchanged.</summary>
    /// <typeparam name="T">The response's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="tableName">The table it concerns.</param>
    /// <param name="action">The operation's name, which is also the permission's.</param>
    /// <returns>The response.</returns>
    /// <exception cref="TableException">The call failed.</exception>
    public static async Task<T> OrTableErrorAsync<T>(this Task<T> call, string tableName, string action)
    {
        try
        {
            return await call;
        }
        catch (AmazonServiceException failure) when (failure is not ConditionalCheckFailedException)
        {
            var (reason, message) = Describe(failure, tableName, action);
            throw new TableException(reason, message, failure);
        }
        catch (Exception failure) when (IsTransport(failure))
        {
            throw new TableException(
                TableFailure.Unavailable,
                $"{action} on table '{tableName}' got no answer: {failure.Message.TrimEnd('.')}. Check endpoint, region, credentials and network.",
                failure);
        }
    }

    private static (TableFailure Reason, string Message) Describe(AmazonServiceException failure, string tableName, string action) =>
        failure switch
        {
            ResourceNotFoundException => (
                TableFailure.TableMissing,
                $"Table '{tableName}' was not found by {action}. Create it, or check its name, the region and the endpoint."),
            { ErrorCode: "AccessDeniedException" } => (
                TableFailure.AccessDenied,
                $"The permission dynamodb:{action} on table '{tableName}' is missing. Allow it in the caller's IAM policy."),
            _ when IsThrottling(failure) => (
                TableFailure.Throttled,
                $"{action} on table '{tableName}' was throttled. Try again later, or give the table more throughput."),
            _ when IsAnotherKey(failure.Message) => (
                TableFailure.SchemaDiffers,
                $"Table '{tableName}' has other keys than {action} names. Use the schema that is there, or another table."),
            _ when failure.Message.Contains("Item size", StringComparison.Ordinal) => (
                TableFailure.ItemTooLarge,
                $"{action} on table '{tableName}' was refused: an item may have 400 KB, names included. Store its bulk in S3."),
            _ when failure.StatusCode >= HttpStatusCode.InternalServerError || failure.StatusCode == default => (
                TableFailure.Unavailable,
                $"{action} on table '{tableName}' failed in DynamoDB: {failure.Message.TrimEnd('.')}. Try again later."),
            _ => (TableFailure.Refused, $"{action} on table '{tableName}' was refused by DynamoDB: {failure.Message}"),
        };

    private static bool IsThrottling(AmazonServiceException failure) => failure.Retryable?.Throttling == true
        || failure.StatusCode == HttpStatusCode.TooManyRequests
        || failure is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException or LimitExceededException
        || failure.ErrorCode is "ProvisionedThroughputExceededException" or "RequestLimitExceeded" or "ThrottlingException";

    private static bool IsAnotherKey(string message) =>
        message.Contains(" schema", StringComparison.Ordinal) || message.Contains("Missing the key", StringComparison.Ordinal);

    // The HTTP client reports its own time-out as a cancellation.
    private static bool IsTransport(Exception failure) => failure is AmazonClientException
        or HttpRequestException
        or IOException
        or TimeoutException
        or OperationCanceledException { InnerException: TimeoutException };
}
