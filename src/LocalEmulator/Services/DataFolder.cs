using Analytics;

namespace LocalEmulator.Services;

/// <summary>The folder that an emulator keeps everything in, locked for as long as it runs.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string root, FileStream held) => (Root, this.held) = (root, held);

    public string Root { get; }

    /// <summary>Creates the folder if it is missing, and locks it.</summary>
    public static DataFolder Lock(string path)
    {
        var file = Path.Combine(path, "emulator.lock");
        try
        {
            var root = Directory.CreateDirectory(path).FullName;
            return new DataFolder(root, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException inUse) when (File.Exists(file))
        {
            throw new EmulatorException(
                $"The data folder {path} is used by another emulator: end that one, or choose another folder with --data.", inUse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorException(
                $"The data folder {path} cannot be written to ({error.Message}): choose another one with --data.", error);
        }
    }

    /// <summary>The folder of the bucket in a data folder.</summary>
    public static string BucketOf(string root, SkillDefinition skill) => Path.Combine(root, "s3", skill.Names.LocalBucket);

    public string Find(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Refuses a folder that an earlier version has written: its objects lie under other names.</summary>
    public void RefuseEarlierLayout()
    {
        if (Directory.Exists(Find("stream")) || Directory.Exists(Find("firehose")))
        {
            throw new EmulatorException(
                $"The data folder {Root} was written by an earlier version and cannot be used: remove it, or choose another one with --data.");
        }
    }

    public void Dispose() => held.Dispose();
}
