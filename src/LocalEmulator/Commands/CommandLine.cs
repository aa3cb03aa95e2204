using System.CommandLine;
using AlexaSimulator;
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

    private const string ProgramName = "dotnet run --project src/LocalEmulator --";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed);
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
                : $"Something unexpected happened ({exception.GetType().Name}); the details are in {ErrorLog.Write(parsed, exception)}");
        }
    }

    private static RootCommand Root()
    {
        AppContext.SetData("System.CommandLine.ExecutableName", ProgramName); // what usage lines begin with
        var root = new RootCommand("Runs Pet Match's pipeline on this machine: skill, table, stream, delivery and SQL over the files.")
        {
            RunCommand.Create(),
            ServeCommand.Create(),
            SendCommand.Create(),
            TalkCommand.Create(),
            SayCommand.Create(),
            GenerateCommand.Create(),
            QueryCommand.Create(),
            ReportCommand.Create(),
            DeliveriesCommand.Create(),
            RedriveCommand.Create(),
            ForgetUserCommand.Create(),
            SoakCommand.Create(),
            BreedsCommand.Create(),
        };
        RunCommand.Describe(root);
        return root;
    }

    private static int Refuse(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        var command = parsed.CommandResult.Command;
        if (command.Name == SendCommand.Name && parsed.CommandResult.Children.All(given => given.Tokens.Count == 0))
        {
            Console.Error.WriteLine(SendCommand.Samples);
        }

        Console.Error.WriteLine($"Try {ProgramName} {(command is RootCommand ? "" : $"{command.Name} ")}--help.");
        return WrongUsage;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return Failed;
    }
}
