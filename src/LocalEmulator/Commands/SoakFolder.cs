using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>The data folder of a soak: empty at first, so that everything in it at the end comes from the soak.</summary>
internal static class SoakFolder
{
    public static string Prepare(string? given)
    {
        if (given is not null)
        {
            var folder = DataOption.Resolve(given, SkillDefinition.PetMatch);
            return !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()
                ? folder
                : throw new EmulatorException($"The data folder {folder} is not empty; a soak needs one that is, or that does not exist.");
        }

        var own = Path.Combine(DataOption.Resolve(null, SkillDefinition.PetMatch), "soak");
        DataFolder.Lock(own).Dispose();
        Directory.Delete(own, recursive: true);
        return own;
    }
}
