using System.Globalization;
using System.Text;

namespace Benchmarks.Capacity;

/// <summary>What the program prints of a simulation.</summary>
internal static class Report
{
    private const int Rows = 20;

    /// <summary>A row for each part of the time: mean arrivals and deliveries, the largest lag, and sums of what went wrong.</summary>
    public static string OverTime(IReadOnlyList<Moment> moments)
    {
        var text = new StringBuilder();
        Line(text, $"{"until",9}{"arrivals/s",12}{"delivered/s",13}{"lag, s",8}{"shards",8}{"unanswered",12}{"writes refused",16}{"lost",10}{"set aside",11}{"batches refused",17}");
        foreach (var part in moments.Chunk(Math.Max(1, moments.Count / Rows)))
        {
            Line(text, $"{TimeSpan.FromSeconds(part[^1].Second + 1),9:c}{part.Average(moment => moment.Arrivals),12:#,0}{part.Average(moment => moment.Delivered),13:#,0}{part.Max(moment => moment.LagSeconds),8}{part.Max(moment => moment.Shards),8}{part.Sum(moment => moment.Throttled),12:#,0}{part.Sum(moment => moment.WritesRefused),16:#,0}{part.Sum(moment => moment.Lost),10:#,0}{part.Sum(moment => moment.SetAside),11:#,0}{part.Sum(moment => moment.Reading.Refused + moment.Reading.Throttled),17:#,0}");
        }

        var end = moments[^1];
        Line(text, $"arrivals {moments.Sum(moment => moment.Arrivals):#,0} = delivered {moments.Sum(moment => moment.Delivered):#,0} + on the way {end.Writing + end.InStream + end.Buffered:#,0} + set aside {moments.Sum(moment => moment.SetAside):#,0} + lost {moments.Sum(moment => moment.Lost):#,0} + unanswered {moments.Sum(moment => moment.Throttled):#,0}");
        return text.ToString();
    }

    public static string Of(Verdict verdict, PipelineSettings settings) => verdict.Broken is { } limit
        ? Invariant($"breaks at {TimeSpan.FromSeconds(verdict.Second):c}: {verdict.What}; the limit is {Plain(Text.Of(limit))}\nto do: {Plain(Text.HowTo(limit))}")
        : Invariant($"holds: every request is answered, every hit is delivered within {settings.MaxLagSeconds} s");

    public static string Of(Advice advice, PipelineSettings before)
    {
        var text = new StringBuilder();
        var changes = Text.Changes(before, advice.Settings);
        Line(text, $"{(advice.Verdict.Holds ? "these settings hold" : "no settings hold; the last that were tried")}:{(changes.Count == 0 ? " as they are" : "")}");
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
