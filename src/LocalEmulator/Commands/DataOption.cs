using System.CommandLine;

namespace LocalEmulator.Commands;

/// <summary>The option that says where table, bucket and logs are kept.</summary>
internal static class DataOption
{
    public const string Name = "--data";

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
    public static string Resolve(string? given) => given is null ? Repository.Find(".petmatch") : Path.GetFullPath(given);

    /// <summary>The path of a data directory that a command only reads.</summary>
    public static string ResolveExisting(string? given)
    {
        var path = Resolve(given);
        return given is null || Directory.Exists(path)
            ? path
            : throw new EmulatorException($"The data folder {path} does not exist: 'run' or 'generate' fills one, {Name} names it.");
    }
}
