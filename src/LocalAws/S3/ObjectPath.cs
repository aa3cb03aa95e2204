using System.Globalization;
using System.Text;

namespace LocalAws.S3;

/// <summary>
/// Where an object lies below its bucket's folder: under its own key, where file systems allow that. What they don't allow is escaped,
/// so that no key leaves the folder and no two keys meet: <c>%</c>, control characters, the characters <c>&lt;&gt;:"|?*\</c> and a dot or
/// space at a name's end become <c>%XX</c>, an empty name becomes <c>%</c>, and a name of more than 200 bytes goes on in a folder whose name ends
/// in <c>%~</c>. Where an object's name is also a folder's, the folder's name ends in <c>%d</c> or the object's in <c>%o</c>, whichever came later.
/// </summary>
internal static class ObjectPath
{
    private const int MaxKeyBytes = 1_024; // S3
    private const int MaxNameBytes = 200; // file systems: 255, and what is added here
    private const string Empty = "%";
    private const string Continued = "%~";
    private const string AlsoFolder = "%d";
    private const string AlsoObject = "%o";

    /// <summary>The path of an object's file, be it there or not.</summary>
    public static string Find(string bucketFolder, string key)
    {
        if (key.Length == 0 || Encoding.UTF8.GetByteCount(key) > MaxKeyBytes)
        {
            throw S3Exception.Invalid("KeyTooLongError", $"A key has 1 to {MaxKeyBytes} bytes.");
        }

        List<string> names = [.. key.Split('/').SelectMany(Names)];
        var path = bucketFolder;
        foreach (var name in names.SkipLast(1))
        {
            var folder = Path.Combine(path, name);
            path = Directory.Exists(folder + AlsoFolder) || File.Exists(folder) ? folder + AlsoFolder : folder;
        }

        var file = Path.Combine(path, names[^1]);
        return File.Exists(file + AlsoObject) || Directory.Exists(file) ? file + AlsoObject : file;
    }

    /// <summary>The key of an object's file.</summary>
    public static string KeyOf(string bucketFolder, string path)
    {
        var key = new StringBuilder();
        var names = Path.GetRelativePath(bucketFolder, path).Split(Path.DirectorySeparatorChar);
        for (var index = 0; index < names.Length; index++)
        {
            var isContinued = names[index].EndsWith(Continued, StringComparison.Ordinal);
            key.Append(Unescape(names[index]));
            key.Append(index < names.Length - 1 && !isContinued ? "/" : "");
        }

        return key.ToString();
    }

    /// <summary>The names of one part of a key: one, unless it is too long.</summary>
    private static IEnumerable<string> Names(string part)
    {
        var name = new StringBuilder();
        var bytes = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            var text = IsSafe(rune) ? rune.ToString() : Escape(rune);
            var length = text is "." or " " ? 3 : Encoding.UTF8.GetByteCount(text); // at the end, these two are escaped
            if (bytes + length > MaxNameBytes)
            {
                yield return $"{name}{Continued}";
                name.Clear();
                bytes = 0;
            }

            name.Append(text);
            bytes += length;
        }

        yield return name.Length == 0 ? Empty : WithSafeEnd(name.ToString());
    }

    private static bool IsSafe(Rune rune) => rune.Value is >= 0x20 and not 0x7F && !"%<>:\"|?*\\".Contains(rune.ToString(), StringComparison.Ordinal);

    private static string Escape(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"%{rune.Value:X2}");

    /// <summary>Dots alone name other folders, and Windows drops a dot or a space at the end.</summary>
    private static string WithSafeEnd(string name)
    {
        var kept = name.TrimEnd('.', ' ').Length;
        return name[..kept] + string.Concat(name[kept..].EnumerateRunes().Select(Escape));
    }

    private static string Unescape(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var index = 0; index < name.Length; index++)
        {
            if (name[index] != '%')
            {
                text.Append(name[index]);
            }
            else if (index + 2 < name.Length
                && byte.TryParse(name.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                index += 2;
            }
            else
            {
                break; // A mark at the name's end.
            }
        }

        return text.ToString();
    }
}
