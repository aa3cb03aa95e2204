using Analytics;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Tells by SQL what has been delivered.</summary>
internal static class RedriveDelivered
{
    /// <summary>Finds which of the request ids lie in delivered files; there a line's end within a value is a space.</summary>
    /// <param name="engine">Answers over the delivered files.</param>
    /// <param name="emulator">Has the data folder, and the bucket's, where relative paths in SQL start.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that do.</returns>
    public static async Task<HashSet<string>> FindAsync(
        QueryEngine engine, Emulator emulator, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        using var file = new IdFile(Path.Combine(emulator.DataDirectory, "wanted.jsonl"));
        foreach (var id in ids)
        {
            file.Add(id);
        }

        file.Flush();

        // Relative, so that no folder's name is taken for a pattern.
        var path = Path.GetRelativePath(emulator.BucketDirectory, file.Path).Replace('\\', '/');
        var sql = $$"""
            SELECT DISTINCT wanted.request_id
            FROM read_json('{{path}}', columns = {'request_id': 'VARCHAR'}, format = 'newline_delimited') AS wanted
            SEMI JOIN {{Names.Database}}.{{Names.Table}} AS delivered ON delivered.request_id = regexp_replace(wanted.request_id, '\r\n|\r|\n', ' ', 'g')
            """;
        return [.. (await engine.QueryDuckDbAsync(sql, cancellationToken)).Rows.Select(row => row[0]!)];
    }
}
