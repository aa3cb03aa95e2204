using System.Text;

namespace LocalAthena;

/// <summary>A statement as its tokens: what it begins with, and what DuckDB's parser takes for syntax that it lacks.</summary>
internal sealed class SqlText
{
    private static readonly string[] AfterValues = ["ORDER", "LIMIT", "OFFSET", "FETCH", "UNION", "EXCEPT", "INTERSECT"];

    private readonly SortedDictionary<int, string> insertions = [];

    public SqlText(string sql)
    {
        Sql = sql;
        Tokens = [.. Read(sql)];
        for (var i = 0; i + 1 < Tokens.Count; i++)
        {
            if (Tokens[i].Is("IF") && Tokens[i + 1].Is("("))
            {
                Insert(Tokens[i].Start, "_");
            }
            else if (Tokens[i].Is("VALUES"))
            {
                WrapRows(i + 1);
            }
        }
    }

    public string Sql { get; }

    public IReadOnlyList<SqlToken> Tokens { get; }

    /// <summary>The statement for DuckDB's parser: each row of VALUES in parentheses, and <c>if</c> under a name of its own.</summary>
    public string ForParser
    {
        get
        {
            var text = new StringBuilder(Sql);
            foreach (var (position, inserted) in insertions.Reverse())
            {
                text.Insert(position, inserted);
            }

            return text.ToString();
        }
    }

    /// <summary>Whether the statement begins with words.</summary>
    public bool BeginsWith(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= Tokens.Count || !Tokens[i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Line and column of a place in <see cref="ForParser"/>, from 1.</summary>
    public (int Line, int Column) Locate(int position)
    {
        foreach (var (start, inserted) in insertions)
        {
            position -= start < position ? Math.Min(inserted.Length, position - start) : 0;
        }

        var lines = Sql[..Math.Min(position, Sql.Length)].Split('\n');
        return (lines.Length, lines[^1].Length + 1);
    }

    /// <summary>A statement with a space in place of each comment.</summary>
    public static string WithoutComments(string sql)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (var token in Read(sql))
        {
            text.Append(token.Start > end ? " " : "").Append(sql, token.Start, token.End - token.Start);
            end = token.End;
        }

        return text.ToString();
    }

    private void WrapRows(int index)
    {
        while (index < Tokens.Count)
        {
            var first = index;
            var depth = 0;
            var groups = 0;
            while (index < Tokens.Count && !(depth == 0 && EndsRow(Tokens[index])))
            {
                depth += Tokens[index].Is("(") || Tokens[index].Is("[") ? 1 : Tokens[index].Is(")") || Tokens[index].Is("]") ? -1 : 0;
                groups += depth == 0 ? 1 : 0;
                index++;
            }

            if (index == first)
            {
                return;
            }

            if (!(Tokens[first].Is("(") && groups == 1) && !Tokens[first].Is("ROW"))
            {
                Insert(Tokens[first].Start, "(");
                Insert(Tokens[index - 1].End, ")");
            }

            if (index == Tokens.Count || !Tokens[index].Is(","))
            {
                return;
            }

            index++;
        }
    }

    private static bool EndsRow(SqlToken token) =>
        token.Is(",") || token.Is(")") || token.Is(";") || AfterValues.Any(token.Is);

    private void Insert(int position, string text) => insertions[position] = insertions.GetValueOrDefault(position) + text;

    private static IEnumerable<SqlToken> Read(string sql)
    {
        for (var i = 0; i < sql.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(sql[i]))
            {
                i++;
            }
            else if (sql.AsSpan(i).StartsWith("--", StringComparison.Ordinal))
            {
                i = EndOf(sql, "\n", i);
            }
            else if (sql.AsSpan(i).StartsWith("/*", StringComparison.Ordinal))
            {
                i = EndOf(sql, "*/", i + 2);
            }
            else if (sql[i] is '\'' or '"' or '`')
            {
                i = EndOf(sql, sql[i].ToString(), i + 1);
                yield return new SqlToken(sql[start] == '\'' ? SqlTokenKind.Text : SqlTokenKind.QuotedName, sql[start..i], start, i);
            }
            else if (char.IsLetterOrDigit(sql[i]) || sql[i] == '_')
            {
                while (i < sql.Length && (char.IsLetterOrDigit(sql[i]) || sql[i] == '_'))
                {
                    i++;
                }

                yield return new SqlToken(SqlTokenKind.Word, sql[start..i], start, i);
            }
            else
            {
                i++;
                yield return new SqlToken(SqlTokenKind.Symbol, sql[start..i], start, i);
            }
        }
    }

    private static int EndOf(string sql, string mark, int from)
    {
        var at = from > sql.Length ? -1 : sql.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }
}
