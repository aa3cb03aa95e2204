using System.Globalization;
using System.Text;

namespace Benchmarks.Capacity;

/// <summary>What the program prints of a simulation.</summary>
internal static class Report
{
    private const int Rows = 20;

    private static readonly (string Name, Func<Moment[], double> Value)[] Columns =
    [
        ("arrivals/s", part => part.Average(moment => moment.Arrivals)),
        ("delivered/s", part => part.Average(moment => moment.Delivered)),
        ("lag, s", part => part.Max(moment => moment.LagSeconds)),
        ("shards", part => part.Max(moment => moment.Shards)),
        ("unanswered", part => part.Sum(moment => moment.Throttled)),
        ("writes refused", part => part.Sum(moment => moment.WritesRefused)),
        ("lost", part => part.Sum(moment => moment.Lost)),
        ("set aside", part => part.Sum(moment => moment.SetAside)),
        ("batches refused", part => part.Sum(moment => moment.Reading.Refused + moment.Reading.Throttled)),
    ];

    /// <summary>A row for each part of the time: mean arrivals and deliveries, the largest lag, and sums of what went wrong.</summary>
    public static string OverTime(IReadOnlyList<Moment> moments)
    {
        var text = new StringBuilder();
        Line(text, $"{"until",10}{string.Concat(Columns.Select(column => $"{column.Name,16}"))}");
        foreach (var part in moments.Chunk(Math.Max(1, moments.Count / Rows)))
        {
            var values = Columns.Select(column => Invariant($"{column.Value(part),16:#,0}"));
            Line(text, $"{TimeSpan.FromSeconds(part[^1].Second + 1),10:c}{string.Concat(values)}");
        }

        var last = moments[^1];
        (string Name, long Hits)[] ends =
        [
            ("delivered", moments.Sum(moment => moment.Delivered)),
            ("on the way", last.Writing + last.InStream + last.Buffered),
            ("set aside", moments.Sum(moment => moment.SetAside)),
            ("lost", moments.Sum(moment => moment.Lost)),
            ("unanswered", moments.Sum(moment => moment.Throttled)),
        ];
        var sum = string.Join(" + ", ends.Select(end => Invariant($"{end.Name} {end.Hits:#,0}")));
        Line(text, $"arrivals {moments.Sum(moment => moment.Arrivals):#,0} = {sum}");
        return text.ToString();
    }

    public static string Of(Verdict verdict, PipelineSettings settings) => verdict.Broken is { } limit
        ? Invariant($"breaks at {TimeSpan.FromSeconds(verdict.Second):c}: {verdict.What}; the limit is {Plain(Text.Of(limit))}\n")
            + $"to do: {Plain(Text.HowTo(limit))}"
        : Invariant($"holds: every request is answered, every hit is delivered within {settings.MaxLagSeconds} s");

    public static string Of(Advice advice, PipelineSettings before)
    {
        var text = new StringBuilder();
        var changes = Text.Changes(before, advice.Settings);
        var found = advice.Verdict.Holds ? "these settings hold" : "no settings hold; the last that were tried";
        Line(text, $"{found}:{(changes.Count == 0 ? " as they are" : "")}");
        foreach (var change in changes)
        {
            Line(text, $"  {Plain(change)}");
        }

        foreach (var limit in advice.Raised)
        {
            Line(text, $"{Plain(Text.Of(limit))}: {Plain(Text.HowTo(limit))}");
        }

        return text.ToString().TrimEnd();
    }

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture).TrimEnd()).Append('\n');
}
