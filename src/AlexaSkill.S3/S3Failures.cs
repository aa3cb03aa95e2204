using Amazon.Runtime;

namespace AlexaSkill.Persistence;

/// <summary>What S3's refusals mean to one who stores attributes.</summary>
internal static class S3Failures
{
    /// <summary>The error code of an object that is absent.</summary>
    public const string NoSuchKey = "NoSuchKey";

    private const string Hint =
        " Without s3:ListBucket on the bucket, an object that does not exist looks like denied access, too: allow that as well.";

    /// <summary>Awaits a call of S3.</summary>
    /// <typeparam name="T">The response's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="action">The operation, which is also the permission's name.</param>
    /// <param name="options">The bucket.</param>
    /// <returns>The response.</returns>
    /// <exception cref="PersistenceException">The call failed.</exception>
    public static Task<T> OrPersistenceErrorAsync<T>(this Task<T> call, string action, S3PersistenceOptions options) =>
        call.OrPersistenceErrorAsync($"{action} in bucket '{options.BucketName}'", refusal => Describe(refusal, action, options));

    private static (PersistenceFailure Failure, string Message)? Describe(
        AmazonServiceException refusal, string action, S3PersistenceOptions options) =>
        refusal.ErrorCode switch
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
            _ => null,
        };
}
