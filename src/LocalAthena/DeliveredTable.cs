using DuckDB.NET.Data;

namespace LocalAthena;

/// <summary>A table and the files that were read into it.</summary>
internal sealed class DeliveredTable(TableDefinition definition, string bucketDirectory)
{
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);

    public bool HasFiles => definition.Location.Find(bucketDirectory).Any();

    /// <summary>Reads the files that were not there before; of a damaged one nothing stays.</summary>
    /// <exception cref="AthenaException">A file is damaged.</exception>
    public void Load(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        foreach (var file in definition.Location.Find(bucketDirectory).Where(file => !loaded.Contains(file.Key)).ToList())
        {
            using var transaction = connection.BeginTransaction();
            try
            {
                Load(connection, file, cancellationToken);
            }
            catch (Exception damage) when (damage is InvalidDataException or IOException)
            {
                throw new AthenaException($"The file {file.Key} in {bucketDirectory} is damaged: {damage.Message}", damage);
            }

            transaction.Commit();
            loaded.Add(file.Key);
        }
    }

    /// <summary>Makes a table of one column of text.</summary>
    public static void Fill(DuckDBConnection connection, string database, string table, string column, IEnumerable<string> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE OR REPLACE TABLE \"{table}\" (\"{column}\" VARCHAR)";
        command.ExecuteNonQuery();
        using var appender = connection.CreateAppender(DuckDb.Catalog, database, table);
        foreach (var value in values)
        {
            appender.CreateRow().AppendValue(value).EndRow();
        }
    }

    private void Load(DuckDBConnection connection, DeliveredFile file, CancellationToken cancellationToken)
    {
        using var text = file.OpenText();
        var lines = new LineReader(text);
        var fields = new FieldReader(definition.Columns, definition.Format);
        using var appender = connection.CreateAppender(DuckDb.Catalog, definition.Database, definition.Name);
        while (lines.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = appender.CreateRow();
            fields.Append(line, row);
            if (definition.Partition is not null)
            {
                row.AppendValue(file.Partition);
            }

            row.EndRow();
        }
    }
}
