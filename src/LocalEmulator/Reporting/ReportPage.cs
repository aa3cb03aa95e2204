using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LocalEmulator.Web;

namespace LocalEmulator.Reporting;

/// <summary>
/// The report as one HTML file: the console's styles, charts and library lie in it together with the data, and its policy lets it ask nobody.
/// </summary>
internal static partial class ReportPage
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "report");

    /// <summary>Makes the page of the data, which is JSON without <c>&lt;</c>.</summary>
    public static string Create(string data)
    {
        var style = Read(Page.Folder, "style.css") + Read(Folder, "report.css");
        var library = SourceMap().Replace(Read(Page.ChartLibrary), "");
        var script = InOneModule(Read(Page.Folder, "charts.js"), Read(Folder, "report.js"));
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = $"default-src 'none'; style-src {Hash(style)}; script-src {Hash(library)} {Hash(script)}; img-src data:; base-uri 'none'; form-action 'none'",
            ["icon"] = $"data:image/svg+xml;base64,{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Page.Folder, "icon.svg")))}",
            ["style"] = style,
            ["library"] = library,
            ["script"] = script,
            ["data"] = data,
        };
        return Place().Replace(Read(Folder, "report.html"), place => parts[place.Groups[1].Value]);
    }

    /// <summary>Two modules as one, in which the second one's names hide those of the first.</summary>
    private static string InOneModule(string imported, string importing) =>
        $"{Export().Replace(imported, "")}\n{{\n{Import().Replace(importing, "")}}}\n";

    // Browsers read CR LF as LF, which has to give the same hash.
    private static string Read(params string[] path) => File.ReadAllText(Path.Combine(path)).ReplaceLineEndings("\n");

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex("^export ", RegexOptions.Multiline)]
    private static partial Regex Export();

    [GeneratedRegex(@"^import .*\n", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^//# sourceMappingURL=.*$", RegexOptions.Multiline)]
    private static partial Regex SourceMap();
}
