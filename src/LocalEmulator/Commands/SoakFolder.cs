using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The data folder of a soak: empty at first, so that everything in it at the end comes from the soak.</summary>
internal static class SoakFolder
{
    /// <summary>Prepares the folder.</summary>
    /// <param name="given">What the user gave, relative to the current folder; null for the default, which is emptied.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="EmulatorException">The given folder is not empty, or an emulator uses the default one.</exception>
    public static string Prepare(string? given)
    {
        if (given is not null)
        {
            var folder = DataOption.Resolve(given);
            return !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()
                ? folder
                : throw new EmulatorException($"The data folder {folder} is not empty; a soak needs one that is, or that does not exist.");
        }

        var own = Path.Combine(DataOption.Resolve(null), "soak");
        DataFolder.Lock(own).Dispose();
        Directory.Delete(own, recursive: true);
        return own;
    }
}
