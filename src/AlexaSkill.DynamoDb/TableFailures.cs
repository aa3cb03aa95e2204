using AlexaSkill.Persistence;
using Amazon.DynamoDBv2.Model;
using Tables;

namespace AlexaSkill.DynamoDb;

/// <summary>What the failures of a table mean to one who stores attributes.</summary>
internal static class TableFailures
{
    /// <summary>Awaits a call of the table.</summary>
    /// <exception cref="PersistenceException">The call failed, or its condition did.</exception>
    public static async Task<T> OrPersistenceErrorAsync<T>(this Task<T> call, DynamoDbPersistenceOptions options)
    {
        try
        {
            return await call;
        }
        catch (ConditionalCheckFailedException overtaken)
        {
            throw new PersistenceException(
                PersistenceFailure.Conflict,
                $"Somebody else has saved to table '{options.TableName}' since the attributes were read. "
                + "Read them again and repeat the change, as ChangePersistentAttributesAsync does.",
                overtaken);
        }
        catch (TableException failure) when (failure.Reason == TableFailure.SchemaDiffers)
        {
            throw new PersistenceException(
                PersistenceFailure.Refused,
                $"{failure.Message} The attributes need the key '{options.KeyName}' of type S alone; "
                + $"{nameof(options.KeyName)} may name another one.",
                failure)
            {
                Option = nameof(options.KeyName),
            };
        }
        catch (TableException failure)
        {
            throw new PersistenceException(Kind(failure.Reason), failure.Message, failure);
        }
    }

    private static PersistenceFailure Kind(TableFailure reason) => reason switch
    {
        TableFailure.TableMissing => PersistenceFailure.NotFound,
        TableFailure.AccessDenied => PersistenceFailure.AccessDenied,
        TableFailure.Throttled or TableFailure.Unavailable or TableFailure.NotActive => PersistenceFailure.Unavailable,
        _ => PersistenceFailure.Refused,
    };
}
