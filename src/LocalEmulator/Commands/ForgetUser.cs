using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AlexaSkill.DynamoDb;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The tables that know users.</summary>
/// <param name="Hits">The analytics table.</param>
/// <param name="Attributes">The table of what the skill remembers.</param>
/// <param name="KeyName">Its partition key.</param>
/// <param name="AttributesName">Its attribute with what is remembered.</param>
internal sealed record UserTables(string Hits, string Attributes, string KeyName, string AttributesName);

/// <summary>Deletes what the tables hold of a user: what the skill remembers, under all keys of the account, and the hits.</summary>
internal sealed class ForgetUser(IAmazonDynamoDB dynamoDb, UserTables tables, bool dryRun, Terminal terminal)
{
    /// <summary>Deletes it; 0 when it is gone.</summary>
    /// <param name="id">An Alexa user id or a pseudonym.</param>
    /// <param name="cancellationToken">A token to cancel it.</param>
    /// <exception cref="EmulatorException">DynamoDB refuses, or something could not be deleted.</exception>
    public async Task<int> ExecuteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var accounts = Pseudonyms.IsPseudonym(id) ? await FindAccountsAsync(id, cancellationToken) : [id];
            var names = new HashSet<string>(StringComparer.Ordinal) { id };
            var remembered = 0;
            foreach (var account in accounts)
            {
                remembered += await ForgetAsync(account, names, cancellationToken);
            }

            Tell(tables.Attributes, remembered);
            Tell(tables.Hits, await DeleteHitsAsync(names, cancellationToken));
        }
        catch (Exception refusal) when (refusal is AmazonServiceException or AmazonClientException or PersistenceException)
        {
            throw new EmulatorException($"DynamoDB does not do it: {refusal.Message.ReplaceLineEndings(" ").TrimEnd('.')}. The same command goes on where it ended.");
        }

        terminal.Note(
            "What stays: the lines of these hits in the bucket, until they expire (expireDays, and 30 days more as earlier versions), "
            + "the backups of the tables for 35 days, and copies under errors/, quarantine/, aws/lambda/ and redriven/. docs/privacy.md says how to delete them.");
        return CommandLine.Succeeded;
    }

    private void Tell(string table, int count) =>
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{table}: {count} item{(count == 1 ? "" : "s")} {(dryRun ? "to be deleted" : "deleted")}"));

    /// <summary>Who has a pseudonym.</summary>
    private Task<List<string>> FindAccountsAsync(string pseudonym, CancellationToken cancellationToken) => ScanAsync(
        new ScanRequest(tables.Attributes)
        {
            FilterExpression = "#map.#pseudonym = :pseudonym",
            ProjectionExpression = "#key",
            ExpressionAttributeNames = new() { ["#map"] = tables.AttributesName, ["#pseudonym"] = Pseudonyms.AttributeName, ["#key"] = tables.KeyName },
            ExpressionAttributeValues = new() { [":pseudonym"] = new(pseudonym) },
        },
        tables.KeyName,
        cancellationToken);

    /// <summary>Forgets an account under all of its keys; gives the number of items, and adds the pseudonyms.</summary>
    private async Task<int> ForgetAsync(string account, HashSet<string> names, CancellationToken cancellationToken)
    {
        var own = await ReadAsync(account, cancellationToken);
        string[] keys = [account, .. own?.GetValueOrDefault(AccountPersistenceAdapter.KeysName)?.M?.Keys ?? Enumerable.Empty<string>()];
        var count = 0;
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            var map = key == account ? own : await ReadAsync(key, cancellationToken);
            count += map is null ? 0 : 1;
            if (map?.GetValueOrDefault(Pseudonyms.AttributeName)?.S is { } pseudonym)
            {
                names.Add(pseudonym);
            }
        }

        names.Add(account);
        if (!dryRun && count > 0)
        {
            var options = new DynamoDbPersistenceOptions(tables.Attributes, tables.KeyName, tables.AttributesName);
            var adapter = new AccountPersistenceAdapter(
                generator => new DynamoDbPersistenceAdapter(dynamoDb, options with { KeyGenerator = generator }), KeyGenerators.DeviceId);
            await adapter.DeleteAsync(RequestOf(account), cancellationToken: cancellationToken);
        }

        return count;
    }

    private async Task<Dictionary<string, AttributeValue>?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest(tables.Attributes, new() { [tables.KeyName] = new(key) }, consistentRead: true);
        var response = await dynamoDb.GetItemAsync(request, cancellationToken);
        return response.IsItemSet ? response.Item.GetValueOrDefault(tables.AttributesName)?.M ?? [] : null;
    }

    private async Task<int> DeleteHitsAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var values = names.Select((name, index) => (Key: $":n{index}", Name: name)).ToList();
        var ids = await ScanAsync(
            new ScanRequest(tables.Hits)
            {
                FilterExpression = $"#user IN ({string.Join(", ", values.Select(value => value.Key))})",
                ProjectionExpression = "#key",
                ExpressionAttributeNames = new() { ["#user"] = Columns.UserId, ["#key"] = Columns.RequestId },
                ExpressionAttributeValues = values.ToDictionary(value => value.Key, value => new AttributeValue(value.Name)),
            },
            Columns.RequestId,
            cancellationToken);
        foreach (var id in dryRun ? [] : ids)
        {
            await dynamoDb.DeleteItemAsync(tables.Hits, new() { [Columns.RequestId] = new(id) }, cancellationToken);
        }

        return ids.Count;
    }

    private async Task<List<string>> ScanAsync(ScanRequest request, string key, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await terminal.WaitAsync($"Reading {request.TableName} ...", async _ =>
        {
            do
            {
                var page = await dynamoDb.ScanAsync(request, cancellationToken);
                found.AddRange((page.Items ?? []).Select(item => item[key].S));
                request.ExclusiveStartKey = page.LastEvaluatedKey;
            }
            while (request.ExclusiveStartKey is { Count: > 0 });
        });
        return found;
    }

    private static RequestEnvelope RequestOf(string account)
    {
        var system = new JsonObject { ["System"] = new JsonObject { ["user"] = new JsonObject { ["userId"] = account } } };
        var request = new JsonObject { ["version"] = "1.0", ["context"] = system, ["request"] = new JsonObject { ["type"] = "LaunchRequest" } };
        return RequestEnvelope.Read(Encoding.UTF8.GetBytes(request.ToJsonString()));
    }
}
