using System.Globalization;
using System.Text;

namespace Benchmarks.Capacity;

/// <summary>A line of a chart: its name, the class that styles it, and a value for each second.</summary>
internal sealed record Series(string Name, string Style, IReadOnlyList<double> Values);

/// <summary>A field of a chart with an axis of its own.</summary>
internal sealed record Panel(string Title, IReadOnlyList<Series> Series);

/// <summary>Draws series over time as an SVG picture that suits light and dark pages, and tells lines apart by their dashes.</summary>
internal static class Svg
{
    private const int Width = 760, Left = 64, Right = 24, Top = 44, PanelHeight = 96, Gap = 46, Points = 240, Ticks = 6;

    private const string Style =
        "text{font:12px system-ui,sans-serif;fill:#1f2328}.t{font-size:15px;font-weight:600}.m{fill:#59636e}"
        + ".f{stroke:#d1d9e0;fill:none}path{fill:none;stroke-width:1.8}"
        + ".a{stroke:#0969da}.b{stroke:#1a7f37;stroke-dasharray:5 3}.c{stroke:#9a6700}.d{stroke:#cf222e;stroke-dasharray:5 3}"
        + "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.m{fill:#9198a1}.f{stroke:#3d444d}"
        + ".a{stroke:#4493f8}.b{stroke:#3fb950}.c{stroke:#d29922}.d{stroke:#f85149}}";

    public static string Of(string title, int seconds, IReadOnlyList<Panel> panels)
    {
        var height = Top + (panels.Count * (PanelHeight + Gap)) + 4;
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{title}\">");
        Add(svg, $"<title>{title}</title><style>{Style}</style>");
        Add(svg, $"<text class=\"t\" x=\"{Left}\" y=\"20\">{title}</text>");
        for (var i = 0; i < panels.Count; i++)
        {
            Draw(svg, panels[i], Top + 18 + (i * (PanelHeight + Gap)), seconds);
        }

        Add(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Draw(StringBuilder svg, Panel panel, int top, int seconds)
    {
        var largest = panel.Series.Max(series => series.Values.Max());
        var most = largest == 0 ? 1 : Advisor.Next((int)Math.Ceiling(largest) - 1);
        Add(svg, $"<text x=\"{Left}\" y=\"{top - 6}\">{panel.Title}</text>");
        Add(svg, $"<rect class=\"f\" x=\"{Left}\" y=\"{top}\" width=\"{Width - Left - Right}\" height=\"{PanelHeight}\"/>");
        Add(svg, $"<text class=\"m\" x=\"{Left - 6}\" y=\"{top + 10}\" text-anchor=\"end\">{most:#,0}</text>");
        Add(svg, $"<text class=\"m\" x=\"{Left - 6}\" y=\"{top + PanelHeight}\" text-anchor=\"end\">0</text>");
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var x = Left + ((Width - Left - Right) * tick / Ticks);
            var minute = seconds * tick / Ticks / 60;
            Add(svg, $"<text class=\"m\" x=\"{x}\" y=\"{top + PanelHeight + 15}\" text-anchor=\"middle\">{minute} min</text>");
        }

        for (var i = 0; i < panel.Series.Count; i++)
        {
            var series = panel.Series[i];
            Add(svg, $"<path class=\"{series.Style}\" d=\"{Path(series.Values, top, most)}\"/>");
            if (panel.Series.Count > 1)
            {
                var x = Width - Right - 96 - (120 * i);
                Add(svg, $"<path class=\"{series.Style}\" d=\"M{x} {top - 10}h24\"/>");
                Add(svg, $"<text x=\"{x + 30}\" y=\"{top - 6}\">{series.Name}</text>");
            }
        }
    }

    /// <summary>A point for each part of the time: its largest value, so that no peak gets lost.</summary>
    private static string Path(IReadOnlyList<double> values, int top, double most)
    {
        var part = Math.Max(1, values.Count / Points);
        var largest = values.Chunk(part).Select(chunk => chunk.Max()).ToArray();
        return "M" + string.Join('L', largest.Select((value, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Left + ((Width - Left - Right) * (index + 0.5) / largest.Length):0.#} {top + (PanelHeight * (1 - (value / most))):0.#}")));
    }

    private static void Add(StringBuilder svg, FormattableString line) =>
        svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
