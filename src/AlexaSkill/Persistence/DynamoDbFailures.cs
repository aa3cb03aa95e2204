using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace AlexaSkill.Persistence;

/// <summary>What DynamoDB's refusals mean to one who stores attributes.</summary>
internal static class DynamoDbFailures
{
    /// <summary>Awaits a call of DynamoDB.</summary>
    /// <typeparam name="T">The response's type.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="action">The operation, which is also the permission's name.</param>
    /// <param name="options">The table.</param>
    /// <returns>The response.</returns>
    /// <exception cref="PersistenceException">The call failed.</exception>
    public static Task<T> OrPersistenceErrorAsync<T>(this Task<T> call, string action, DynamoDbPersistenceOptions options) =>
        call.OrPersistenceErrorAsync($"{action} on table '{options.TableName}'", refusal => Describe(refusal, action, options));

    private static (PersistenceFailure Failure, string Message)? Describe(
        AmazonServiceException refusal, string action, DynamoDbPersistenceOptions options) => (refusal, refusal.ErrorCode) switch
        {
            (ResourceNotFoundException, _) => (
                PersistenceFailure.NotFound,
                $"Table '{options.TableName}' was not found by {action}. Create it, or check its name, the region and the endpoint."),
            (ConditionalCheckFailedException, _) => (
                PersistenceFailure.Conflict,
                $"Somebody else has saved to table '{options.TableName}' since the attributes were read. "
                + "Read them again and repeat the change, as ChangePersistentAttributesAsync does."),
            (_, "AccessDeniedException") => (
                PersistenceFailure.AccessDenied,
                $"The permission dynamodb:{action} on table '{options.TableName}' is missing. Allow it in the skill's IAM policy."),
            (_, "ValidationException") when refusal.Message.Contains(" schema", StringComparison.Ordinal)
                || refusal.Message.Contains("Missing the key", StringComparison.Ordinal) => (
                PersistenceFailure.Refused,
                $"Table '{options.TableName}' has another key than '{options.KeyName}' of type S alone. "
                + "Set the key's name, or use another table."),
            _ => null,
        };
}
