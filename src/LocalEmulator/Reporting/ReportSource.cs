using Analytics;
using LocalAthena;
using LocalEmulator.Services;

namespace LocalEmulator.Reporting;

/// <summary>Where the delivered files lie that a report is about, what the report calls them, and what to do where there are none.</summary>
internal sealed record ReportSource(string Name, string BucketDirectory, string HowToFill)
{
    private const string Download = "'aws s3 sync s3://BUCKET/ DIR' downloads a bucket into a folder";

    // A bucket's folder lies at most so deep below the one that was meant.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 3, IgnoreInaccessible = true };

    /// <summary>The files of a local run.</summary>
    public static ReportSource OfRun(string dataDirectory) =>
        new("a local run", DataFolder.BucketOf(dataDirectory, SkillDefinition.PetMatch), "'run' holds conversations and delivers their hits, --files names a folder of downloaded files.");

    /// <summary>The files of a bucket that were downloaded.</summary>
    /// <exception cref="EmulatorException">There is no such folder.</exception>
    public static ReportSource OfBucket(string folder) => Directory.Exists(folder)
        ? new(
            $"the files in {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}",
            Path.GetFullPath(folder),
            $"they lie below it as {Names.DeliveryPrefix}YYYY/MM/DD/HH/FILE; {Download} so.")
        : throw new EmulatorException($"The folder {folder} does not exist: {Download}.");

    /// <summary>Refuses to report on nothing.</summary>
    /// <exception cref="EmulatorException">There are no delivered files.</exception>
    public void RefuseEmpty(AthenaEngine engine)
    {
        if (!engine.HasFiles)
        {
            var hint = Nearby() is { } nearby ? $" Did you mean {nearby}?" : "";
            throw new EmulatorException($"The folder {BucketDirectory} holds no delivered files: {HowToFill}{hint}");
        }
    }

    /// <summary>A folder above or below in which delivered files seem to lie.</summary>
    private string? Nearby()
    {
        for (var above = BucketDirectory; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.GetFileName(above).StartsWith(Names.DeliveryPrefix, StringComparison.Ordinal))
            {
                return Path.GetDirectoryName(above);
            }
        }

        return Directory.Exists(BucketDirectory)
            ? Directory.EnumerateDirectories(BucketDirectory, $"{Names.DeliveryPrefix}*", Below).Select(Path.GetDirectoryName).FirstOrDefault()
            : null;
    }
}
