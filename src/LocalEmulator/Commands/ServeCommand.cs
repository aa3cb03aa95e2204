using System.CommandLine;
using Analytics;
using LocalEmulator.Services;
using LocalEmulator.Web;

namespace LocalEmulator.Commands;

/// <summary>The command <c>serve</c>: the whole system stays up, with the console's page.</summary>
internal static class ServeCommand
{
    private const long DefaultPort = 5080;
    private const long MaxPort = 65_535;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var port = new Option<long>("--port")
        {
            Description = "The port of the console's page; 0 for any that is free.",
            HelpName = "P",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = WholeNumber.Parser("--port", 0, MaxPort),
        };
        var open = new Option<bool>("--open") { Description = "Opens the page in the browser." };
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("serve", "Keeps the whole system up, with a page to talk to it and to watch it, until Ctrl-C.") { port, open, data };
        command.SetAction((parsed, cancellationToken) => ExecuteAsync(
            (int)parsed.GetValue(port), parsed.GetValue(open), DataOption.Resolve(parsed.GetValue(data), SkillDefinition.PetMatch), cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(int port, bool open, string dataDirectory, CancellationToken cancellationToken)
    {
        var terminal = new Terminal();
        RunningSystem? started = null;
        await terminal.WaitAsync("Starting ...", async _ => started = await RunningSystem.StartAsync(dataDirectory, cancellationToken));
        await using var system = started!;
        var instance = Guid.NewGuid().ToString("N");
        await using var server = await WebServer.StartAsync(system, instance, port, cancellationToken);
        var word = await ServedSystem.AnnounceAsync(system.Emulator.DataDirectory, server.Port, instance, cancellationToken);
        try
        {
            Announce(terminal, system.Emulator, server.Address);
            if (open)
            {
                Browser.Open(terminal, server.Address);
            }

            await system.Emulator.GuardAsync(token => Task.Delay(Timeout.InfiniteTimeSpan, token), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Note("Ending ...");
        }
        finally
        {
            File.Delete(word);
        }

        return CommandLine.Succeeded;
    }

    private static void Announce(Terminal terminal, Emulator emulator, string address)
    {
        terminal.Print($"The console is at {address} (Ctrl-C ends it).");
        terminal.Print($"The data is in {emulator.DataDirectory}. Other clients find the services, with any credentials and region us-east-1, by");
        terminal.Print($"  AWS_ENDPOINT_URL_DYNAMODB={emulator.DynamoDbAddress}");
        terminal.Print($"  AWS_ENDPOINT_URL_S3={emulator.S3Address}");
        terminal.Print($"  AWS_ENDPOINT_URL_FIREHOSE={emulator.FirehoseAddress}");
    }
}
