using System.Text;
using Analytics;
using Cdk.Settings;

namespace Cdk.Assets;

/// <summary>The catalog of breeds as the key-value table that DynamoDB imports: a header, then a key and a breed a line.</summary>
internal static class BreedsFile
{
    /// <summary>Writes the file of a checkout's catalog, and tells where it is.</summary>
    public static string Write(string root)
    {
        var file = Path.Combine(root, "cdk", "obj", "publish", "breeds.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Text(File.ReadAllText(Path.Combine(root, "catalog", "breeds.csv"))));
        return file;
    }

    /// <summary>The file's text for a catalog.</summary>
    public static string Text(string catalog)
    {
        try
        {
            var text = new StringBuilder($"{BreedCatalog.KeyAttribute},{BreedCatalog.ValueAttribute}\n");
            foreach (var (key, breed) in BreedCatalog.Parse(catalog).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                text.Append(key).Append(',').Append(Quoted(breed)).Append('\n');
            }

            return text.ToString();
        }
        catch (FormatException mistake)
        {
            throw new ContextException(mistake.Message);
        }
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(",\"") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
