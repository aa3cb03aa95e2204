using System.CommandLine;
using AlexaSimulator;
using Analytics;
using FunctionHosting;
using LocalAthena;
using LocalAws;
using Tables;

namespace LocalEmulator.Commands;

/// <summary>The emulator's commands, and what becomes of their errors.</summary>
internal static class CommandLine
{
    public const int Succeeded = 0;

    public const int Failed = 1;

    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(SkillDefinition skill, string project, string[] arguments)
    {
        var program = $"dotnet run --project {project} --";
        AppContext.SetData("System.CommandLine.ExecutableName", program); // what usage lines begin with
        var parsed = Root(skill).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed, skill, program);
        }

        using var interruption = new Interruption();
        try
        {
            var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(settings, interruption.Token);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Ctrl-C reaches the children as well: whatever fails from then on is the end that was asked for.
            return interruption.ExitCode ?? Fail(exception
                is EmulatorException or SettingsException or SimulatorException or LocalAwsException or AthenaException or TableException or IOException or UnauthorizedAccessException
                ? exception.Message
                : $"Something unexpected happened ({exception.GetType().Name}); the details are in {ErrorLog.Write(parsed, skill, exception)}");
        }
    }

    private static RootCommand Root(SkillDefinition skill)
    {
        var root = new RootCommand($"Runs {skill.Title}'s pipeline on this machine: skill, table, stream, delivery and SQL over the files.");
        foreach (var command in (IEnumerable<Command>)[.. OfAnySkill(skill), .. skill == SkillDefinition.PetMatch ? OfPetMatch() : []])
        {
            root.Add(command);
        }

        RunCommand.Describe(root, skill);
        return root;
    }

    private static Command[] OfAnySkill(SkillDefinition skill) =>
    [
        RunCommand.Create(skill),
        SendCommand.Create(skill),
        TalkCommand.Create(skill),
        SayCommand.Create(skill),
        QueryCommand.Create(skill),
        DeliveriesCommand.Create(skill),
    ];

    /// <summary>What knows Pet Match's hits, questions or tables.</summary>
    private static Command[] OfPetMatch() =>
    [
        ServeCommand.Create(),
        GenerateCommand.Create(),
        ReportCommand.Create(),
        RedriveCommand.Create(),
        ForgetUserCommand.Create(),
        SoakCommand.Create(),
        BreedsCommand.Create(),
    ];

    private static int Refuse(ParseResult parsed, SkillDefinition skill, string program)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        var command = parsed.CommandResult.Command;
        if (command.Name == SendCommand.Name && parsed.CommandResult.Children.All(given => given.Tokens.Count == 0))
        {
            Console.Error.WriteLine(SendCommand.Samples(skill));
        }

        Console.Error.WriteLine($"Try {program} {(command is RootCommand ? "" : $"{command.Name} ")}--help.");
        return WrongUsage;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return Failed;
    }
}
