using Analytics;

namespace LocalEmulator.Query;

/// <summary>One of a skill's queries, such as those in <c>athena/queries</c>.</summary>
internal sealed record QueryFile(string Name, string Sql)
{
    /// <summary>The question that it answers: its first line, a comment.</summary>
    public string Question => Sql.Split('\n')[0].TrimStart('-', ' ').TrimEnd();

    /// <summary>What there is to know about the answer: the comments below the question; empty for none.</summary>
    public string Remarks => string.Join(
        ' ', Sql.Split('\n').Skip(1).TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).Select(line => line.TrimStart('-', ' ').TrimEnd()));

    /// <summary>The query as it was, or will be, on another day, such as 2026-11-21.</summary>
    public QueryFile AsOf(string day) => this with { Sql = Sql.Replace("current_date", $"DATE '{day}'", StringComparison.Ordinal) };

    /// <summary>Reads the queries.</summary>
    public static IReadOnlyList<QueryFile> ReadAll(SkillDefinition skill) =>
    [
        .. Directory.GetFiles(Repository.Find(skill.AthenaFolder, "queries"), "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(path => new QueryFile(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>Finds a query by its name, with <c>.sql</c> and its folder before it or without.</summary>
    public static QueryFile Find(string name, SkillDefinition skill)
    {
        var files = ReadAll(skill);
        var folder = Path.GetDirectoryName(name)?.Replace('\\', '/');
        var wanted = name.EndsWith(".sql", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(name) : Path.GetFileName(name);
        if ((folder is "" || folder == $"{skill.AthenaFolder}/queries") && files.FirstOrDefault(file => file.Name == wanted) is { } found)
        {
            return found;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            throw new EmulatorException("The query is empty: it may be SQL, a file, or the name of a query; 'query' alone lists those.");
        }

        var alike = files.Where(file => IsAlike(file.Name, wanted)).Select(file => file.Name).ToList();
        var hint = alike.Count > 0 ? $"did you mean {string.Join(" or ", alike)}?" : "'query' alone lists the queries there are.";
        throw new EmulatorException($"There is no file and no query {name}; {hint}");
    }

    /// <summary>Whether names share a beginning or a part, or differ by few letters.</summary>
    private static bool IsAlike(string name, string wanted) => wanted.Length > 2
        && (name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            || wanted.Contains(name, StringComparison.OrdinalIgnoreCase)
            || Distance(name, wanted) <= Math.Max(2, wanted.Length / 4));

    /// <summary>How many letters have to be added, left out or replaced.</summary>
    private static int Distance(string a, string b)
    {
        var distances = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = distances[0];
            distances[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.Min(replaced, 1 + Math.Min(distances[j - 1], diagonal));
            }
        }

        return distances[^1];
    }
}
