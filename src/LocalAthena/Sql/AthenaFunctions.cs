using System.Text;
using DuckDB.NET.Data;

namespace LocalAthena;

/// <summary>Which of Athena's functions are answered, and how.</summary>
internal sealed class AthenaFunctions
{
    /// <summary>Names that both give the same meaning.</summary>
    private const string Same = """
        abs any_value array_agg atan atan2 avg bit_length bool_and bool_or cbrt ceil ceiling chr coalesce corr cos
        count count_if covar_pop covar_samp cume_dist current_date current_timestamp day degrees dense_rank exp
        first_value flatten floor geometric_mean histogram hour lag last_value lead localtimestamp lower
        map map_keys map_values max min minute month now nth_value ntile nullif percent_rank pi position pow power quarter
        radians random rank regexp_extract_all reverse round row row_number second sin starts_with stddev
        stddev_pop stddev_samp strpos sum tan translate try unnest url_decode url_encode uuid var_pop
        var_samp variance week year concat_ws
        """;

    /// <summary>What DuckDB's parser makes of syntax that Athena has, too.</summary>
    private const string Syntax = "count_star to_milliseconds to_seconds to_minutes to_hours to_days to_weeks to_months to_years trunc";

    /// <summary>What is the same under another name; so an aggregate keeps DISTINCT, FILTER, ORDER BY and OVER.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["approx_distinct"] = "count",
        ["approx_percentile"] = "quantile_disc",
        ["arbitrary"] = "any_value",
        ["every"] = "bool_and",
        ["filter"] = "list_filter",
        ["if"] = "_if",
        ["substring"] = "substr",
        ["transform"] = "list_transform",
        ["typeof"] = "_type_of",
    };

    private static readonly string[] Separators = [" ", "\r", "\n"];

    private readonly HashSet<string> known;

    private AthenaFunctions(IEnumerable<string> macros)
    {
        Names =
        [
            .. Words(Same).Concat(macros).Concat(Renamed.Keys).Concat(["max_by", "min_by"])
                .Where(name => name[0] != '_').Distinct().Order(StringComparer.Ordinal),
        ];
        known = [.. Names, .. Words(Syntax), "_if"];
    }

    /// <summary>The functions that are answered, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Makes the functions in a database.</summary>
    public static AthenaFunctions Create(DuckDBConnection connection)
    {
        connection.RegisterScalarFunction<string, string>("_raise", message => throw new InvalidOperationException(message));
        connection.RegisterScalarFunction<double, string>("_double_text", AthenaText.Cast);
        connection.RegisterScalarFunction<float, string>("_float_text", AthenaText.Cast);
        connection.RegisterScalarFunction<string, string>("_type_name", AthenaTypeName.Of);
        connection.RegisterScalarFunction<string, string, long>("_levenshtein", Levenshtein);
        using var resource = typeof(AthenaFunctions).Assembly.GetManifestResourceStream("athena.sql")!;
        using var text = new StreamReader(resource, Encoding.UTF8);
        using var command = connection.CreateCommand();
        command.CommandText = text.ReadToEnd();
        command.ExecuteNonQuery();
        command.CommandText = "SELECT DISTINCT function_name FROM duckdb_functions() WHERE schema_name = 'athena'";
        using var reader = command.ExecuteReader();
        var macros = new List<string>();
        while (reader.Read())
        {
            macros.Add(reader.GetString(0));
        }

        return new AthenaFunctions(macros);
    }

    /// <summary>Whether a function is one of Athena's that are answered.</summary>
    public bool Knows(string name) => known.Contains(name);

    /// <summary>The name to call a function by in DuckDB.</summary>
    public static string NameInDuckDb(string name, int arguments) => (name, arguments) switch
    {
        ("max_by", 2) => "arg_max_null",
        ("min_by", 2) => "arg_min_null",
        _ => Renamed.GetValueOrDefault(name, name),
    };

    /// <summary>Says that a function is not answered, and which of similar names are.</summary>
    public string Refusal(string name)
    {
        var alike = Names.Where(other => other.StartsWith(name[..Math.Min(4, name.Length)], StringComparison.Ordinal)).Take(5).ToList();
        var hint = alike.Count > 0 ? $", though {string.Join(", ", alike)} {(alike.Count > 1 ? "are" : "is")}" : "";
        return $"the function {name} is not among Athena's that are known here{hint}; query \"SHOW FUNCTIONS\" lists those";
    }

    private static string[] Words(string text) => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static long Levenshtein(string a, string b)
    {
        var (left, right) = (a.EnumerateRunes().ToArray(), b.EnumerateRunes().ToArray());
        var distances = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = distances[0];
            distances[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.Min(replaced, 1 + Math.Min(distances[j - 1], diagonal));
            }
        }

        return distances[^1];
    }
}
