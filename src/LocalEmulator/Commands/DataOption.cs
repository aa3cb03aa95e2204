using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The option that says where table, bucket and logs are kept.</summary>
internal static class DataOption
{
    /// <summary>The option's name.</summary>
    public const string Name = "--data";

    /// <summary>Makes the option.</summary>
    /// <returns>The option, for one command.</returns>
    public static Option<string> Create()
    {
        var option = new Option<string>(Name)
        {
            Description = "The folder that keeps the table, the bucket and the logs; .petmatch in the checkout unless given.",
            HelpName = "DIR",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{Name} is empty; it has to name a folder.");
            }
        });
        return option;
    }

    /// <summary>The absolute path of the data directory.</summary>
    /// <param name="given">What the user gave, relative to the current folder; null for the default.</param>
    /// <returns>The path.</returns>
    public static string Resolve(string? given) => given is null ? Repository.Find(".petmatch") : Path.GetFullPath(given);

    /// <summary>The bucket's folder in a data directory.</summary>
    /// <param name="dataDirectory">The data directory.</param>
    /// <returns>The path.</returns>
    public static string Bucket(string dataDirectory) => Path.Combine(dataDirectory, "s3", Names.LocalBucket);
}
