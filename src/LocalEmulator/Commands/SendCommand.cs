using System.CommandLine;
using System.Text.Json.Nodes;
using AlexaSimulator.Sessions;
using Analytics;
using LocalAws.Lambda;

namespace LocalEmulator.Commands;

/// <summary>The command <c>send</c>: requests from files through the skill.</summary>
internal static class SendCommand
{
    public const string Name = "send";

    private const string UnreadableFile = "UnreadableFile";

    private const string Description = "Sends Alexa requests to the skill and prints the response as JSON; for several files an array, in their order, "
        + "of {\"file\", \"response\"} or {\"file\", \"error\"}.";

    /// <summary>Where there are requests to try.</summary>
    public static string Samples(SkillDefinition skill)
    {
        var folder = Repository.Find(skill.RequestsFolder);
        var names = Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        return $"There are samples in {folder}: {string.Join(", ", names)}";
    }

    public static Command Create(SkillDefinition skill)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = $"Files that hold one Alexa request each, as JSON; {RequestFile.StandardInput} reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var data = DataOption.Create(skill);
        var command = new Command(Name, Description) { files, data };
        var target = SkillTarget.AddTo(skill, command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = new List<GivenFile>();
            foreach (var file in parsed.GetRequiredValue(files))
            {
                given.Add(await ReadAsync(file, cancellationToken));
            }

            var terminal = new Terminal();
            await using var running = given.Exists(file => file.Request is not null)
                ? await target.StartAsync(parsed, DataOption.Resolve(parsed.GetValue(data), skill), terminal, cancellationToken)
                : null;
            return await SendAsync(given, running, terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<GivenFile> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new GivenFile(file, await RequestFile.ReadAsync(file, cancellationToken), "");
        }
        catch (Exception unreadable) when (unreadable is EmulatorException or IOException or UnauthorizedAccessException)
        {
            return new GivenFile(file, null, unreadable.Message);
        }
    }

    /// <summary>Sends what could be read; without any such file there is no skill.</summary>
    private static async Task<int> SendAsync(List<GivenFile> files, RunningSkill? skill, Terminal terminal, CancellationToken cancellationToken)
    {
        var answers = new List<(string File, InvocationResult Result)>();
        var failed = false;
        foreach (var file in files)
        {
            var result = file.Request is { } request
                ? await skill!.InvokeAsync(request.Json, cancellationToken)
                : new InvocationResult(default, new FunctionError(UnreadableFile, file.Flaw));
            answers.Add((file.Name, result));
            if (Complaint(file, result) is { } complaint)
            {
                failed = true;
                terminal.Note(complaint.ReplaceLineEndings(" "));
            }
        }

        Print(answers);
        await (skill?.FinishAsync(cancellationToken) ?? Task.CompletedTask);
        return failed ? CommandLine.Failed : CommandLine.Succeeded;
    }

    private static string? Complaint(GivenFile file, InvocationResult result) =>
        file.Request is not { } request ? file.Flaw
        : Problem(request, result) is { } problem ? $"{file.Name}: {problem}"
        : null;

    private static string? Problem(RequestFile request, InvocationResult result) => result.Error is { } error
        ? $"the skill failed with {error.Type}: {error.Message}"
        : AlexaAnswer.Read(request.Request, result.Payload).Problem is { } problem ? $"Alexa does not take the response: {problem}." : null;

    private static void Print(List<(string File, InvocationResult Result)> answers)
    {
        if (answers is not [var (_, only)])
        {
            JsonOutput.Print(new JsonArray([.. answers.Select(answer => Entry(answer.File, answer.Result))]));
        }
        else if (only.Error is null)
        {
            JsonOutput.Print(JsonOutput.Read(only.Payload));
        }
    }

    private static JsonObject Entry(string file, InvocationResult result) => result.Error is { } error
        ? new JsonObject { ["file"] = file, ["error"] = new JsonObject { ["type"] = error.Type, ["message"] = error.Message } }
        : new JsonObject { ["file"] = file, ["response"] = JsonOutput.Read(result.Payload) };

    /// <summary>A file as it was given; the flaw says why there is no request.</summary>
    private sealed record GivenFile(string Name, RequestFile? Request, string Flaw);
}
