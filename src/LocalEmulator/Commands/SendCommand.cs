using System.CommandLine;
using System.Text.Json;
using LocalAws.Lambda;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>The command <c>send</c>: requests from files through the skill.</summary>
internal static class SendCommand
{
    private const string Description = "Sends Alexa requests to the skill and prints the response as JSON; for several files an array, in their order, "
        + "of {\"file\", \"response\"} or {\"file\", \"error\"}.";

    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = $"Files that hold one Alexa request each, as JSON; {RequestFile.StandardInput} reads standard input.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        var data = DataOption.Create();
        var command = new Command("send", Description) { files, data };
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
        var answers = new List<(string File, InvocationResult Result)>();
        var failed = false;
        foreach (var (file, request) in requests)
        {
            var result = await emulator.InvokeSkillAsync(request.Json, cancellationToken);
            answers.Add((file, result));
            if (Problem(request, result) is { } problem)
            {
                failed = true;
                terminal.Note($"{file}: {problem}".ReplaceLineEndings(" "));
            }
        }

        Print(answers);
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        return failed ? CommandLine.Failed : CommandLine.Succeeded;
    }

    private static string? Problem(AlexaRequest request, InvocationResult result) => result.Error is { } error
        ? $"the skill failed with {error.Type}: {error.Message}"
        : SkillReply.Read(result.Payload, request.Type, out var reason) is null ? $"Alexa does not take the response: {reason}." : null;

    private static void Print(List<(string File, InvocationResult Result)> answers)
    {
        if (answers is not [var (_, only)])
        {
            JsonOutput.PrintAll(answers.Select(answer => Entry(answer.File, answer.Result)));
        }
        else if (only.Error is null)
        {
            JsonOutput.Print(only.Payload);
        }
    }

    private static byte[] Entry(string file, InvocationResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            if (result.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("type", error.Type);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }
            else
            {
                json.WritePropertyName("response");
                json.WriteRawValue(result.Payload.Span);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
