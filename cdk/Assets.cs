using System.Text;
using Analytics;

namespace Cdk;

/// <summary>What the stack brings along.</summary>
/// <param name="SkillFolder">The published skill.</param>
/// <param name="ForwarderFolder">The published forwarder.</param>
/// <param name="BreedsFile">The table of breeds as DynamoDB imports it.</param>
/// <param name="AthenaFolder">The SQL of queries and views.</param>
internal sealed record Assets(string SkillFolder, string ForwarderFolder, string BreedsFile, string AthenaFolder)
{
    /// <summary>Makes them.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <returns>Where they are.</returns>
    /// <exception cref="ContextException">A publish failed, or a file is not what it has to be.</exception>
    public static Assets Make(string root, StackSettings settings)
    {
        if (!File.Exists(Path.Combine(root, "PetMatch.sln")))
        {
            throw new ContextException($"The folder {root} holds no PetMatch.sln: start 'npx cdk' in the repository's root.");
        }

        var publisher = new FunctionPublisher(root, settings.AwsPackages, settings.Architecture);
        return new Assets(
            publisher.Publish(Names.SkillAssembly),
            publisher.Publish(Names.ForwarderAssembly),
            WriteBreeds(root),
            Path.Combine(root, "athena"));
    }

    /// <summary>Writes the catalog as the key-value table that DynamoDB imports: a header, then a key and a breed a line.</summary>
    /// <param name="root">The repository's root folder.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ContextException">The catalog is not what it has to be.</exception>
    public static string WriteBreeds(string root)
    {
        var file = Path.Combine(root, "cdk", "obj", "publish", "breeds.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Breeds(File.ReadAllText(Path.Combine(root, "catalog", "breeds.csv"))));
        return file;
    }

    /// <summary>A catalog as the key-value table that DynamoDB imports.</summary>
    /// <param name="catalog">The catalog's text.</param>
    /// <returns>The text to import.</returns>
    /// <exception cref="ContextException">The catalog is not what it has to be.</exception>
    public static string Breeds(string catalog)
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
