using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Query;

/// <summary>Compares the table with the delivered files, by SQL.</summary>
/// <param name="engine">Answers over the delivered files.</param>
/// <param name="emulator">The table and the data directory.</param>
internal sealed class DeliveryProof(QueryEngine engine, Emulator emulator)
{
    private const string IdAttribute = "request_id";

    /// <summary>Compares them.</summary>
    /// <param name="answered">The ids of the hits that the skill has answered in this run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of the hits.</returns>
    public async Task<Delivery> ComputeAsync(IdFile answered, CancellationToken cancellationToken)
    {
        using var accepted = new IdFile(Path.Combine(emulator.DataDirectory, "accepted.jsonl"));
        await WriteAcceptedAsync(accepted, cancellationToken);
        accepted.Flush();
        answered.Flush();
        var sql = $"""
            WITH
              accepted AS ({Ids(accepted)}),
              answered AS ({Ids(answered)}),
              delivered AS (SELECT request_id, count(*) AS times FROM {Names.Database}.{Names.Table} GROUP BY request_id)
            SELECT
              (SELECT count(*) FROM accepted),
              (SELECT count(*) FROM accepted ANTI JOIN delivered USING (request_id)),
              (SELECT coalesce(sum(times - 1), 0) FROM delivered),
              (SELECT count(*) FROM answered ANTI JOIN accepted USING (request_id))
            """;
        var row = (await engine.QueryDuckDbAsync(sql, cancellationToken)).Rows[0];
        return new Delivery(Number(row[0]), Number(row[1]), Number(row[2]), Number(row[3]));
    }

    private async Task WriteAcceptedAsync(IdFile accepted, CancellationToken cancellationToken)
    {
        var page = new ScanRequest(Names.HitsTable) { ProjectionExpression = IdAttribute, ConsistentRead = true };
        do
        {
            var response = await emulator.DynamoDb.ScanAsync(page, cancellationToken);
            foreach (var item in response.Items ?? [])
            {
                accepted.Add(item[IdAttribute].S);
            }

            page.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (page.ExclusiveStartKey is { Count: > 0 });
    }

    private static long Number(string? text) => long.Parse(text!, CultureInfo.InvariantCulture);

    /// <summary>The ids of a file as delivered lines hold them: with a space for a line's end.</summary>
    private string Ids(IdFile file)
    {
        // Relative, so that no folder's name is taken for a pattern.
        var path = Path.GetRelativePath(emulator.BucketDirectory, file.Path).Replace('\\', '/');
        return $"""
            SELECT DISTINCT regexp_replace(request_id, '\r\n|\r|\n', ' ', 'g') AS request_id
            FROM read_json('{path}', columns = {"{'request_id': 'VARCHAR'}"}, format = 'newline_delimited')
            """;
    }
}
