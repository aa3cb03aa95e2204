using System.CommandLine;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>The command <c>send</c>: requests from files through the skill.</summary>
internal static class SendCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Files that hold one Alexa request each, as JSON.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        var data = DataOption.Create();
        var command = new Command("send", "Sends Alexa requests through the skill and prints its responses.") { files, data };
        command.SetAction((parsed, cancellationToken) =>
            ExecuteAsync(parsed.GetRequiredValue(files), DataOption.Resolve(parsed.GetValue(data)), cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(string[] files, string dataDirectory, CancellationToken cancellationToken)
    {
        var requests = new List<(string File, AlexaRequest Request)>();
        foreach (var file in files)
        {
            requests.Add((file, await RequestFile.ReadAsync(file, cancellationToken)));
        }

        var terminal = new Terminal();
        await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken);
        var failed = false;
        foreach (var (file, request) in requests)
        {
            var result = await emulator.InvokeSkillAsync(request.Json, cancellationToken);
            if (result.Error is { } error)
            {
                failed = true;
                terminal.Note($"{file}: the skill failed with {error.Type}: {error.Message}".ReplaceLineEndings(" "));
            }
            else
            {
                JsonOutput.Print(result.Payload);
            }
        }

        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        return failed ? CommandLine.Failed : CommandLine.Succeeded;
    }
}
