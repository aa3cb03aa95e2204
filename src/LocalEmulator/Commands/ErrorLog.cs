using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>Keeps the details of unexpected errors out of sight.</summary>
internal static class ErrorLog
{
    /// <summary>Appends an error to the log in the data directory, or in the temporary folder where that one can't be written.</summary>
    public static string Write(ParseResult parsed, SkillDefinition skill, Exception error)
    {
        var entry = $"{DateTimeOffset.UtcNow:O} {parsed.CommandResult.Command.Name}: {error}{Environment.NewLine}";
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(DataOption.Resolve(parsed.GetValue<string>(DataOption.Name), skill), "logs"));
            return Append(folder.FullName, entry);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Append(Path.GetTempPath(), entry);
        }
    }

    private static string Append(string folder, string entry)
    {
        var path = Path.Combine(folder, "errors.log");
        File.AppendAllText(path, entry);
        return path;
    }
}
