using CsvHelper;

namespace Analytics;

/// <summary>The table of breeds, <c>catalog/breeds.csv</c>: which breed suits which size, temperament and energy.</summary>
public static class BreedCatalog
{
    /// <summary>The partition key's name in the key-value table of breeds.</summary>
    public const string KeyAttribute = "key";

    /// <summary>The value's name in the key-value table of breeds.</summary>
    public const string ValueAttribute = "value";

    private const string Header = "size,temperament,energy,breed";

    /// <summary>The key of a combination, in the table and in the query of the HTTP look-up.</summary>
    /// <param name="size">large, medium, small or tiny.</param>
    /// <param name="temperament">watch, guard or family.</param>
    /// <param name="energy">low, medium or high.</param>
    /// <returns><c>canine-{energy}-{size}-{temperament}</c>.</returns>
    public static string Key(string size, string temperament, string energy) => $"canine-{energy}-{size}-{temperament}";

    /// <summary>Reads the catalog: a header line, then one combination a line, its breed empty where none suits.</summary>
    /// <param name="csv">The catalog's text.</param>
    /// <returns>Key and breed of every combination that has a breed.</returns>
    /// <exception cref="FormatException">The header differs, a line has another number of fields, or a combination stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string csv)
    {
        using var reader = CsvReader.FromText(csv, CsvReaderOptions.Default with { Separator = ',', TrackLineNumbers = true });
        if (string.Join(',', reader.Headers) != Header)
        {
            throw new FormatException($"The breed catalog's first line is '{string.Join(',', reader.Headers)}'; it has to be '{Header}'.");
        }

        var breeds = new Dictionary<string, string>(StringComparer.Ordinal);
        var combinations = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.FieldCount != reader.Headers.Count)
            {
                throw new FormatException($"Line {reader.LineNumber} of the breed catalog has {reader.FieldCount} fields; it needs {Header}.");
            }

            var key = Key(reader.GetString(0), reader.GetString(1), reader.GetString(2));
            if (!combinations.Add(key))
            {
                throw new FormatException($"Line {reader.LineNumber} of the breed catalog repeats a combination; keep one of the two.");
            }

            if (!reader.IsEmpty(3))
            {
                breeds.Add(key, reader.GetString(3));
            }
        }

        return breeds;
    }
}
