using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalAthena;
using LocalEmulator.Services;

namespace LocalEmulator.Query;

/// <summary>Compares the hits table with the delivered files and with what was set aside, by SQL.</summary>
internal sealed class DeliveryProof(AthenaEngine engine, Emulator emulator)
{
    private readonly string sql = $"""
        WITH
          delivered AS (SELECT request_id, count(*) AS times FROM {emulator.Skill.Names.Table} WHERE request_id IS NOT NULL GROUP BY request_id),
          missing AS (SELECT request_id FROM accepted EXCEPT SELECT request_id FROM delivered),
          given_up AS (SELECT request_id FROM failed EXCEPT SELECT request_id FROM quarantined)
        SELECT
          (SELECT count(*) FROM accepted),
          (SELECT count(*) FROM missing),
          (SELECT count(*) FROM missing JOIN quarantined ON quarantined.request_id = missing.request_id),
          (SELECT coalesce(sum(times - 1), 0) FROM delivered),
          (SELECT count(*) FROM answered LEFT JOIN accepted ON accepted.request_id = answered.request_id WHERE accepted.request_id IS NULL),
          (SELECT count(*) FROM missing JOIN given_up ON given_up.request_id = missing.request_id)
        """;

    /// <summary>Compares them; the ids are those of the hits that the skill has answered in this run.</summary>
    public async Task<Delivery> ComputeAsync(IEnumerable<string> answered, CancellationToken cancellationToken)
    {
        await AddAsync("accepted", await AcceptedAsync(cancellationToken), cancellationToken);
        await AddAsync("answered", answered, cancellationToken);
        await AddAsync("quarantined", await SetAsideAsync(Names.QuarantinePrefix, cancellationToken), cancellationToken);
        await AddAsync("failed", await SetAsideAsync(Names.FailurePrefix, cancellationToken), cancellationToken);
        var counts = (await engine.QueryAsync(sql, cancellationToken)).Rows[0].Select(Number).ToArray();
        return new Delivery(counts[0], counts[0] - counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    private Task AddAsync(string table, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        engine.AddTableAsync(table, Columns.RequestId, ids.Select(DeliveredHits.InLine).Distinct(StringComparer.Ordinal), cancellationToken);

    private Task<HashSet<string>> SetAsideAsync(string prefix, CancellationToken cancellationToken) =>
        DeliveredHits.ReadSetAsideAsync([prefix], emulator.BucketDirectory, cancellationToken);

    private async Task<List<string>> AcceptedAsync(CancellationToken cancellationToken)
    {
        var accepted = new List<string>();
        var page = new ScanRequest(emulator.Skill.Names.HitsTable) { ProjectionExpression = Columns.RequestId, ConsistentRead = true };
        do
        {
            var response = await emulator.DynamoDb.ScanAsync(page, cancellationToken);
            accepted.AddRange((response.Items ?? []).Select(item => item[Columns.RequestId].S));
            page.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (page.ExclusiveStartKey is { Count: > 0 });
        return accepted;
    }

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);
}
