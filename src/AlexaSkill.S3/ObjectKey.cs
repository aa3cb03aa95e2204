namespace AlexaSkill.S3;

/// <summary>The keys of stored objects, made as the ASK SDKs make them.</summary>
internal static class ObjectKey
{
    /// <summary>Joins prefix and key as Node.js joins POSIX paths: by one slash, with dots and doubled slashes resolved.</summary>
    public static string Join(string prefix, string key)
    {
        var joined = prefix.Length == 0 ? key : key.Length == 0 ? prefix : $"{prefix}/{key}";
        var isRooted = joined.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in joined.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            Append(parts, part, isRooted);
        }

        var path = string.Join('/', parts);
        path = path.Length == 0 && !isRooted ? "." : path;
        return (isRooted ? "/" : "") + path + (joined.EndsWith('/') && path.Length > 0 ? "/" : "");
    }

    private static void Append(List<string> parts, string part, bool isRooted)
    {
        if (part != "..")
        {
            parts.Add(part);
        }
        else if (parts.Count > 0 && parts[^1] != "..")
        {
            parts.RemoveAt(parts.Count - 1);
        }
        else if (!isRooted)
        {
            parts.Add(part);
        }
    }
}
