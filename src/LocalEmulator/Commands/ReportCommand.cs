using System.CommandLine;
using Analytics;
using LocalAthena;
using LocalEmulator.Query;
using LocalEmulator.Reporting;

namespace LocalEmulator.Commands;

/// <summary>The command <c>report</c>: one HTML file with the chart and the table of every query.</summary>
internal static class ReportCommand
{
    private const string FilesName = "--files";
    private const string OutputName = "--output";
    private const string DefaultOutput = "report.html";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new Option<string?>(FilesName)
        {
            Description = "A folder with a bucket's objects, as 'aws s3 sync s3://BUCKET/ DIR' downloads them, in place of the local run's.",
            HelpName = "DIR",
        };
        var output = new Option<string>(OutputName)
        {
            Description = "The file to write.",
            HelpName = "FILE",
            DefaultValueFactory = _ => DefaultOutput,
        };
        var open = new Option<bool>("--open") { Description = "Opens the report in the browser." };
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("report", "Writes one HTML file with the chart and the table of every query.") { data, files, output, open };
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is not null && result.GetResult(files) is not null)
            {
                result.AddError($"{DataOption.Name} and {FilesName} exclude each other.");
            }

            if (result.GetResult(output) is { } given && given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{OutputName} is empty; it has to name a file.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = new Terminal();
            var source = parsed.GetValue(files) is { } folder
                ? ReportSource.OfBucket(folder)
                : ReportSource.OfRun(DataOption.ResolveExisting(parsed.GetValue(data), SkillDefinition.PetMatch));
            var file = FileOf(parsed.GetValue(output)!);
            await WriteAsync(file, await CreateAsync(source, terminal, cancellationToken), cancellationToken);
            terminal.Print($"The report is in {file}");
            if (parsed.GetValue(open))
            {
                Browser.Open(terminal, file);
            }

            return CommandLine.Succeeded;
        });
        return command;
    }

    private static async Task<string> CreateAsync(ReportSource source, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, source.BucketDirectory, cancellationToken);
        source.RefuseEmpty(engine);
        QueryAnswer? held = null;
        await terminal.WaitAsync("Reading the delivered files ...", async _ => held = await ReportData.SumUpAsync(engine, cancellationToken));
        var queries = QueryFile.ReadAll(SkillDefinition.PetMatch);
        var data = "";
        await terminal.CountAsync($"Answering {queries.Count} questions ...", queries.Count, async step =>
            data = await new ReportData(engine, held!).AnswerAsync(source.Name, queries, step, cancellationToken));
        return ReportPage.Create(data);
    }

    /// <summary>The file's absolute path; what can be wrong with it is said before the work begins.</summary>
    private static string FileOf(string output)
    {
        var file = Path.GetFullPath(output);
        var wrong = Directory.Exists(file) ? "is a folder"
            : Directory.Exists(Path.GetDirectoryName(file)) ? null
            : "lies in a folder that does not exist";
        return wrong is null ? file : throw new EmulatorException($"The report cannot be written: {file} {wrong}; name another file with {OutputName}.");
    }

    private static async Task WriteAsync(string file, string page, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, page, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorException($"The report cannot be written ({refused.Message}); name another file with {OutputName}.", refused);
        }
    }
}
