using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LocalAws.Hosting;

namespace LocalAws.S3;

/// <summary>
/// Buckets as folders: an object is a file below its bucket's folder, see <see cref="ObjectPath"/>. What a client told about it, and its
/// MD5, lies in the folder <c>.notes</c> beside the buckets; without a note they are worked out.
/// </summary>
internal sealed partial class S3Store
{
    private const int MaxAttempts = 10;

    private static readonly Dictionary<string, string> NoHeaders = [];

    private readonly string root;
    private readonly string uploads;
    private readonly KeyLocks locks = new();
    private readonly Action<PipelineEvent>? watch;
    private volatile bool hasEnded;

    public S3Store(string folder, Action<PipelineEvent>? watch = null)
    {
        this.watch = watch;
        root = Writable(folder);
        uploads = Path.Combine(root, ".uploads");
        if (Directory.Exists(uploads))
        {
            Directory.Delete(uploads, recursive: true); // What a crash has cut off.
        }

        Directory.CreateDirectory(uploads);
    }

    /// <summary>The folder of a bucket.</summary>
    public string FolderOf(string bucket) => Path.Combine(root, bucket);

    /// <summary>Whether there is such a bucket.</summary>
    public bool HasBucket(string bucket) => BucketName().IsMatch(bucket) && Directory.Exists(FolderOf(bucket));

    public void CreateBucket(string bucket)
    {
        if (!BucketName().IsMatch(bucket))
        {
            throw S3Exception.Invalid("InvalidBucketName", "A bucket's name has 3 to 63 small letters, digits, dots and hyphens.");
        }

        Directory.CreateDirectory(FolderOf(bucket));
    }

    /// <summary>Ends the store, as an outage would: nothing is written from now on.</summary>
    public void End() => hasEnded = true;

    /// <summary>Begins an object's file, apart from all objects.</summary>
    public FileStream BeginUpload() => new(
        Path.Combine(uploads, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)), FileMode.CreateNew, FileAccess.ReadWrite);

    /// <summary>Puts an object of this process.</summary>
    public async Task PutAsync(string bucket, string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        string upload;
        await using (var file = BeginUpload())
        {
            upload = file.Name;
            await content.CopyToAsync(file, cancellationToken);
        }

        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = contentType };
        await PutAsync(bucket, key, upload, headers, _ => { }, cancellationToken);
    }

    /// <summary>Makes an uploaded file an object, at once and whole; the condition throws where what is there forbids it.</summary>
    public async Task<StoredObject> PutAsync(
        string bucket,
        string key,
        string upload,
        IReadOnlyDictionary<string, string> headers,
        Action<StoredObject?> condition,
        CancellationToken cancellationToken)
    {
        if (hasEnded)
        {
            throw new LocalAwsException("S3 has ended.");
        }

        using var taken = await locks.TakeAsync([$"{bucket}/{key}"], cancellationToken);
        condition(Find(bucket, key));
        var file = new FileInfo(upload);
        var (length, tag) = (file.Length, TagOf(file));
        var path = Place(bucket, key, upload);
        var stored = new StoredObject(key, path, length, File.GetLastWriteTimeUtc(path), tag, headers);
        var note = NoteOf(bucket, path);
        Directory.CreateDirectory(Path.GetDirectoryName(note)!);
        await File.WriteAllTextAsync(note, stored.ToNote(), cancellationToken);
        watch?.Invoke(new ObjectWritten(bucket, key, length));
        return stored;
    }

    /// <summary>Finds an object.</summary>
    public StoredObject? Find(string bucket, string key)
    {
        if (!HasBucket(bucket))
        {
            throw S3Exception.NoSuchBucket();
        }

        var file = new FileInfo(ObjectPath.Find(FolderOf(bucket), key));
        return file.Exists ? Describe(bucket, key, file) : null;
    }

    /// <summary>Deletes an object; that it is not there is no error, unless the condition throws.</summary>
    public async Task DeleteAsync(string bucket, string key, Action<StoredObject?> condition, CancellationToken cancellationToken)
    {
        using var taken = await locks.TakeAsync([$"{bucket}/{key}"], cancellationToken);
        var found = Find(bucket, key);
        condition(found);
        if (found is { } stored)
        {
            File.Delete(NoteOf(bucket, stored.Path));
            File.Delete(stored.Path);
            RemoveEmpty(Path.GetDirectoryName(stored.Path)!, FolderOf(bucket));
        }
    }

    /// <summary>The keys of a bucket, in S3's order.</summary>
    public IReadOnlyList<string> Keys(string bucket)
    {
        if (!HasBucket(bucket))
        {
            throw S3Exception.NoSuchBucket();
        }

        var folder = FolderOf(bucket);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => ObjectPath.KeyOf(folder, path))
            .Order(StringComparer.Ordinal)];
    }

    private static string Writable(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LocalAwsException($"S3 cannot start: the folder {folder} cannot be written to: {error.Message}", error);
        }
    }

    private string NoteOf(string bucket, string path) =>
        Path.Combine(root, ".notes", bucket, $"{Path.GetRelativePath(FolderOf(bucket), path)}.json");

    private StoredObject Describe(string bucket, string key, FileInfo file) =>
        StoredObject.Read(key, file, NoteOf(bucket, file.FullName))
        ?? new StoredObject(key, file.FullName, file.Length, file.LastWriteTimeUtc, TagOf(file), NoHeaders);

    private static string TagOf(FileInfo file)
    {
        using var content = file.OpenRead();
#pragma warning disable CA5351 // S3's entity tag is the MD5 of the bytes.
        return $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351
    }

    private string Place(string bucket, string key, string upload)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var path = ObjectPath.Find(FolderOf(bucket), key);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(upload, path, overwrite: true);
                return path;
            }
            catch (PathTooLongException)
            {
                throw S3Exception.Invalid("KeyTooLongError", "The key is too long for the file system that the bucket lies on.");
            }
            catch (Exception race) when (attempt < MaxAttempts && race is (IOException or UnauthorizedAccessException))
            {
                // Another object has come or gone meanwhile, and a folder with it.
            }
        }
    }

    private static void RemoveEmpty(string folder, string end)
    {
        try
        {
            for (; folder != end && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            {
                Directory.Delete(folder);
            }
        }
        catch (IOException)
        {
            // Another object was put there meanwhile.
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
