using System.Globalization;
using System.Security;
using System.Text;

namespace Benchmarks.Results;

/// <summary>
/// Draws the ratios of a suite as horizontal bars from 1, on a scale where each doubling is as wide, in an SVG picture that suits light and
/// dark pages. A thin line spans the quartiles.
/// </summary>
internal static class RatioChart
{
    private const int Width = 760, NameWidth = 330, Right = 70, Row = 20, Top = 34, Axis = 30;

    private const string Style =
        "text{font:12px system-ui,sans-serif;fill:#1f2328}.t{font-weight:600}.m{fill:#59636e}.g{stroke:#d1d9e0}.one{stroke:#59636e}"
        + ".more{fill:#0969da}.less{fill:#9a6700}.q{stroke:#1f2328}"
        + "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.m{fill:#9198a1}.g{stroke:#3d444d}.one{stroke:#9198a1}"
        + ".more{fill:#4493f8}.less{fill:#d29922}.q{stroke:#e6edf3}}";

    private static readonly double[] Ticks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

    public static string Of(SuiteResult result)
    {
        var groups = result.Comparisons
            .Select(comparison => (comparison.What, First: comparison.Series[0].Candidate, Bars: BarsOf(comparison)))
            .Where(group => group.Bars.Count > 0)
            .ToList();
        var scale = Scale.Of([.. groups.SelectMany(group => group.Bars).SelectMany(bar => new[] { bar.Ratio.Low, bar.Ratio.High })]);
        var height = Top + (groups.Sum(group => group.Bars.Count + 1) * Row) + Axis;
        var title = Escaped($"{result.Suite.Title}: how many times the first candidate's cost");
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" role=\"img\" aria-label=\"{title}\">");
        Add(svg, $"<title>{title}</title><style>{Style}</style><text class=\"t\" x=\"0\" y=\"16\">{title}</text>");
        DrawAxis(svg, scale, height);
        var y = Top;
        foreach (var (what, first, bars) in groups)
        {
            Add(svg, $"<text x=\"0\" y=\"{y + 14}\">{Escaped(what)} <tspan class=\"m\">beside: {Escaped(first)}</tspan></text>");
            y += Row;
            foreach (var (name, ratio) in bars)
            {
                DrawBar(svg, scale, name, ratio, y);
                y += Row;
            }
        }

        Add(svg, $"</svg>");
        return svg.ToString();
    }

    private static List<(string Name, Spread Ratio)> BarsOf(Comparison comparison) =>
    [
        .. from series in comparison.Series
           let ratio = comparison.RatioOf(series)
           where ratio is { Low: > 0 }
           select (series.Candidate, ratio),
    ];

    private static void DrawAxis(StringBuilder svg, Scale scale, int height)
    {
        foreach (var tick in Ticks.Where(scale.Holds))
        {
            var x = scale.XOf(tick);
            Add(svg, $"<line class=\"{(tick == 1 ? "one" : "g")}\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top}\" y2=\"{height - Axis + 4}\"/>");
            Add(svg, $"<text class=\"m\" x=\"{x:0.#}\" y=\"{height - 10}\" text-anchor=\"middle\">{tick:#,0.##}</text>");
        }
    }

    private static void DrawBar(StringBuilder svg, Scale scale, string name, Spread ratio, int y)
    {
        var (one, end) = (scale.XOf(1), scale.XOf(ratio.Median));
        var style = ratio.Median < 1 ? "less" : "more";
        Add(svg, $"<text class=\"m\" x=\"{NameWidth - 8}\" y=\"{y + 14}\" text-anchor=\"end\">{Escaped(name)}</text>");
        Add(svg, $"<rect class=\"{style}\" x=\"{Math.Min(one, end):0.#}\" y=\"{y + 4}\" width=\"{Math.Abs(end - one):0.#}\" height=\"{Row - 8}\"/>");
        Add(svg, $"<line class=\"q\" x1=\"{scale.XOf(ratio.Low):0.#}\" x2=\"{scale.XOf(ratio.High):0.#}\" y1=\"{y + (Row / 2)}\" y2=\"{y + (Row / 2)}\"/>");
        Add(svg, $"<text x=\"{Math.Max(one, scale.XOf(ratio.High)) + 6:0.#}\" y=\"{y + 14}\">{Figure.Of(ratio.Median)}</text>");
    }

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>From the tick below the least ratio to the one above the largest, and 1 in any case.</summary>
    private sealed record Scale(double Least, double Most)
    {
        public static Scale Of(IReadOnlyCollection<double> ratios)
        {
            var (least, most) = (Math.Min(1, ratios.DefaultIfEmpty(1).Min()), Math.Max(1, ratios.DefaultIfEmpty(1).Max()));
            return new Scale(Ticks.LastOrDefault(tick => tick <= least, least), Ticks.FirstOrDefault(tick => tick >= most && tick > 1, most));
        }

        public bool Holds(double ratio) => ratio >= Least && ratio <= Most;

        public double XOf(double ratio) => NameWidth + ((Width - NameWidth - Right) * Math.Log(ratio / Least) / Math.Log(Most / Least));
    }
}
