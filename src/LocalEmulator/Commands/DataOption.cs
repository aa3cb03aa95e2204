using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The option that says where table, bucket and logs are kept.</summary>
internal static class DataOption
{
    public const string Name = "--data";

    public static Option<string> Create(SkillDefinition skill)
    {
        var option = new Option<string>(Name)
        {
            Description = $"The folder that keeps the table, the bucket and the logs; {DefaultOf(skill)} in the checkout unless given.",
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
    public static string Resolve(string? given, SkillDefinition skill) => given is null ? Repository.Find(DefaultOf(skill)) : Path.GetFullPath(given);

    /// <summary>The path of a data directory that a command only reads.</summary>
    public static string ResolveExisting(string? given, SkillDefinition skill)
    {
        var path = Resolve(given, skill);
        return given is null || Directory.Exists(path)
            ? path
            : throw new EmulatorException($"The data folder {path} does not exist: 'run' or 'generate' fills one, {Name} names it.");
    }

    private static string DefaultOf(SkillDefinition skill) => $".{skill.ShortTitle.ToLowerInvariant()}";
}
