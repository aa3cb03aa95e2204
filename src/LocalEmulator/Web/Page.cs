using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalEmulator.Web;

/// <summary>The console's page: its files lie beside the program, the library for charts in node_modules.</summary>
internal sealed class Page
{
    private static readonly string Library = Repository.Find("node_modules", "chart.js", "dist", "chart.umd.min.js");

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly IReadOnlyDictionary<string, string> files;

    private Page(IReadOnlyDictionary<string, string> files) => this.files = files;

    /// <summary>The library that draws the charts, a classic script.</summary>
    /// <exception cref="EmulatorException">It is not installed.</exception>
    public static string ChartLibrary => File.Exists(Library)
        ? Library
        : throw new EmulatorException($"The library for charts is missing ({Library}): run 'npm ci' in {Repository.Root}.");

    /// <summary>The folder of the page's own files.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Finds the files.</summary>
    /// <exception cref="EmulatorException">The library is not installed.</exception>
    public static Page Read()
    {
        var files = Directory.GetFiles(Folder).ToDictionary(file => $"/{Path.GetFileName(file)}", StringComparer.Ordinal);
        files["/"] = Path.Combine(Folder, "index.html");
        files["/chart.umd.min.js"] = ChartLibrary;
        return new Page(files);
    }

    /// <summary>Serves the files; nothing else on the disk has an address.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (address, file) in files)
        {
            routes.MapGet(address, async context =>
            {
                context.Response.ContentType = Types[Path.GetExtension(file)];
                await context.Response.SendFileAsync(file, context.RequestAborted);
            });
        }
    }
}
