using LocalAthena;
using Spectre.Console;

namespace LocalEmulator.Commands;

/// <summary>
/// Prints results on standard output, progress and complaints on standard error; plain text where that is no terminal or NO_COLOR is set.
/// </summary>
internal sealed class Terminal
{
    private const int CellFrame = 3; // a border, and a space on either side

    private static readonly bool NoColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    private readonly bool plainNotes = Console.IsErrorRedirected || NoColor;
    private readonly IAnsiConsole results = Open(Console.Out);
    private readonly IAnsiConsole notes = Open(Console.Error);

    public void Print(string line) => results.Profile.Out.Writer.WriteLine(line);

    /// <summary>Prints a line that is no result.</summary>
    public void Note(string line) => notes.Profile.Out.Writer.WriteLine(line);

    /// <summary>
    /// Prints an answer as a table. On a terminal that is too narrow ids lose their middle, and if that is not enough, each row stands upright.
    /// </summary>
    public void Print(QueryAnswer answer)
    {
        var text = AnswerText.Of(answer);
        if (Console.IsOutputRedirected)
        {
            PlainTable.Write(results.Profile.Out.Writer, text);
            return;
        }

        var fitting = Fits(text) ? text : text.WithShortIds();
        if (!Fits(fitting))
        {
            UprightRecords.Write(results.Profile.Out.Writer, text, results.Profile.Width);
        }
        else if (NoColor)
        {
            PlainTable.Write(results.Profile.Out.Writer, fitting);
        }
        else
        {
            PrintBoxed(fitting);
        }
    }

    private bool Fits(AnswerText answer) => answer.Widths.Sum(width => width + CellFrame) < results.Profile.Width;

    private void PrintBoxed(AnswerText answer)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (var i = 0; i < answer.Names.Count; i++)
        {
            var header = new TableColumn(new Text(answer.Names[i], new Style(decoration: Decoration.Bold)));
            table.AddColumn(answer.Columns[i].IsNumber ? header.RightAligned() : header);
        }

        foreach (var row in answer.Rows)
        {
            table.AddRow(row.Select(value => new Text(value)));
        }

        results.Write(table);
    }

    /// <summary>Shows that something goes on that has no measure.</summary>
    public Task WaitAsync(string what, Func<Action<string>, Task> work)
    {
        if (plainNotes)
        {
            Note(what);
            return work(Note);
        }

        return notes.Status().StartAsync(what, status => work(more => status.Status = more));
    }

    /// <summary>Shows the progress of something that is counted.</summary>
    public async Task CountAsync(string what, long total, Func<Action, Task> work)
    {
        if (plainNotes)
        {
            Note(what);
            await work(() => { });
            return;
        }

        await notes.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async bar =>
            {
                var task = bar.AddTask(what, maxValue: Math.Max(1, total));
                await work(() => task.Increment(1));
            });
    }

    private static IAnsiConsole Open(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
