using LocalAthena;

namespace LocalEmulator.Query;

/// <summary>Request ids as a table that SQL can join with the delivered rows.</summary>
internal static class DeliveredIds
{
    public const string Column = "request_id";

    /// <summary>Makes a table of ids as lines hold them: with a space for a line's end.</summary>
    public static Task AddAsync(AthenaEngine engine, string table, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        engine.AddTableAsync(table, Column, ids.Select(AsDelivered).Distinct(StringComparer.Ordinal), cancellationToken);

    private static string AsDelivered(string id) => id.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\r', ' ').Replace('\n', ' ');
}
