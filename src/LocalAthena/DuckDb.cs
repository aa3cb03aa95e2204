using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace LocalAthena;

/// <summary>DuckDB in this process, with Athena's functions and names, and without a way to files or settings.</summary>
internal sealed partial class DuckDb : IDisposable
{
    /// <summary>Athena's catalog, so that "AwsDataCatalog"."zoo"."visits" names a table, too.</summary>
    public const string Catalog = "awsdatacatalog";

    // A pressed Ctrl-C may come before the query has begun, so it is told again until the query has ended.
    private static readonly TimeSpan RepeatCancelEvery = TimeSpan.FromMilliseconds(20);

    private readonly DuckDBConnection connection;

    private DuckDb(DuckDBConnection connection, AthenaFunctions functions) => (this.connection, Functions) = (connection, functions);

    public AthenaFunctions Functions { get; }

    public static async Task<DuckDb> OpenAsync(string database, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            return await Task.Run(() => Open(connection, database, tables), cancellationToken);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes away the way to files, and to a change of that.</summary>
    public Task LockAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("SET enable_external_access = false; SET lock_configuration = true", cancellationToken);

    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        RunAsync(
            open =>
            {
                using var command = open.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            },
            cancellationToken);

    /// <summary>Runs work on another thread, as DuckDB has no asynchronous calls.</summary>
    public Task RunAsync(Action<DuckDBConnection> work, CancellationToken cancellationToken) => Task.Run(() => work(connection), cancellationToken);

    /// <summary>The value of a query with one parameter, one row and one column.</summary>
    public Task<string> ReadTextAsync(string sql, string parameter, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.Add(new DuckDBParameter(parameter));
            return (string)command.ExecuteScalar()!;
        },
        cancellationToken);

    /// <summary>Answers a query of DuckDB's dialect.</summary>
    /// <exception cref="AthenaException">The query fails.</exception>
    public async Task<QueryAnswer> QueryAsync(string sql, IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        await using var cancelling = new Cancelling(command, cancellationToken);
        try
        {
            return await Task.Run(() => Answer(command, sql, names), cancellationToken);
        }
        catch (DuckDBException failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new AthenaException($"The query failed: {failure.Message.Split('\n')[0]}", failure);
        }
    }

    public void Dispose() => connection.Dispose();

    private static DuckDb Open(DuckDBConnection connection, string database, IEnumerable<string> tables)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;
            SET TimeZone = 'UTC'; SET default_null_order = 'nulls_last'; SET ieee_floating_point_ops = true;
            ATTACH ':memory:' AS {Catalog}; CREATE SCHEMA {Catalog}."{database}"; CREATE SCHEMA {Catalog}.athena;
            SET search_path = '{Catalog}.athena';
            """;
        command.ExecuteNonQuery();
        var functions = AthenaFunctions.Create(connection);
        command.CommandText =
            $"SET search_path = '{Catalog}.{database},{Catalog}.athena'; {string.Join(";", tables)}";
        command.ExecuteNonQuery();
        return new DuckDb(connection, functions);
    }

    private static QueryAnswer Answer(DuckDBCommand command, string sql, IReadOnlyList<string>? names)
    {
        var described = Describe(command, sql);
        var nested = described.ConvertAll(column => AthenaTypeName.OfColumn(column.Type) is "array" or "map" or "row");
        var timed = described.ConvertAll(column => column.Type.Contains("TIMESTAMP", StringComparison.Ordinal));
        command.CommandText = nested.Contains(true) ? WithJson(sql, nested) : sql;
        var columns = described.Select((column, i) =>
            new AnswerColumn((names?[i] ?? column.Name).ToLowerInvariant(), AthenaTypeName.OfColumn(column.Type))).ToList();
        if (columns.Find(column => column.Type == "interval") is { } interval)
        {
            throw new AthenaException($"The query failed: {interval.Name} is an interval, which is not answered here; use date_diff");
        }

        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((column, i) => Value(reader, i, column.Type, timed[i]))]);
        }

        return new QueryAnswer(columns, rows);
    }

    private static List<(string Name, string Type)> Describe(DuckDBCommand command, string sql)
    {
        command.CommandText = $"DESCRIBE {sql}";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    /// <summary>The query with arrays, maps and rows as JSON, which can hold NULL at any place.</summary>
    private static string WithJson(string sql, List<bool> nested)
    {
        var names = nested.Select((_, i) => $"c{i}").ToList();
        var columns = names.Select((name, i) => nested[i] ? $"CAST(to_json({name}) AS VARCHAR) AS {name}" : name);
        return $"SELECT {string.Join(", ", columns)} FROM ({sql}) AS answer ({string.Join(", ", names)})";
    }

    private static object? Value(DuckDBDataReader reader, int column, string type, bool hasTimes)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return type switch
        {
            "array" or "map" or "row" => JsonNode.Parse(Json(reader.GetString(column), hasTimes)),
            "timestamp with time zone" => new DateTimeOffset(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc)),
            "varbinary" => Bytes(reader.GetStream(column)),
            _ => reader.GetValue(column),
        };
    }

    /// <summary>An array, map or row as Athena writes it; where its type holds no times, a text that looks like one is none.</summary>
    private static string Json(string json, bool hasTimes) => hasTimes ? Time().Replace(json, WithMilliseconds) : json;

    /// <summary>A time within JSON as Athena writes it, with three digits of a second.</summary>
    private static string WithMilliseconds(Match time) => $"\"{time.Groups[1].Value}.{time.Groups[2].Value.PadRight(3, '0')[..3]}\"";

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    [GeneratedRegex(@"""(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.?(\d*)""")]
    private static partial Regex Time();

    private sealed class Cancelling : IAsyncDisposable
    {
        private readonly Timer timer;
        private readonly CancellationTokenRegistration registration;

        public Cancelling(DuckDBCommand command, CancellationToken cancellationToken)
        {
            timer = new Timer(_ => command.Cancel());
            registration = cancellationToken.Register(() => timer.Change(TimeSpan.Zero, RepeatCancelEvery));
        }

        public async ValueTask DisposeAsync()
        {
            await registration.DisposeAsync();
            await timer.DisposeAsync();
        }
    }
}
