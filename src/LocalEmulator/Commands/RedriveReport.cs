using System.Globalization;

namespace LocalEmulator.Commands;

/// <summary>Tells what became of each object and of all.</summary>
internal sealed class RedriveReport(Terminal terminal, bool isDryRun)
{
    private readonly List<RedriveOutcome> outcomes = [];
    private int objects;
    private int broken;
    private int missing;
    private bool isOpen;

    /// <summary>Whether every record is sent, or would be.</summary>
    public bool IsComplete =>
        broken + missing == 0 && !isOpen;

    /// <summary>Tells of an object that can't be read.</summary>
    public void Broken(string reason)
    {
        objects++;
        broken++;
        terminal.Note(reason);
    }

    /// <summary>Tells what became of an object's records, and names those that stay.</summary>
    public void Object(string name, IReadOnlyCollection<RedriveResult> results)
    {
        objects++;
        outcomes.AddRange(results.Select(result => result.Outcome));
        isOpen |= results.Any(result => !result.IsDone);
        terminal.Print($"{name}: {Describe(results.Select(result => result.Outcome))}");
        foreach (var result in results.Where(result => result.Reason is not null).OrderBy(result => result.Record.Place))
        {
            terminal.Print($"  {result.Record}: {result.Reason}");
        }
    }

    /// <summary>Tells of records that were sent and yet lie in no delivered file.</summary>
    public void Missing(int count)
    {
        missing = count;
        if (count > 0)
        {
            terminal.Note($"{count} records that were sent lie in no delivered file: redrive the same objects again.");
        }
    }

    public void Total() =>
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"objects: {objects}, broken: {broken}, records: {Describe(outcomes)}"));

    private string Describe(IEnumerable<RedriveOutcome> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).OrderBy(count => count.Key)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {Word(count.Key)}"));
        return string.Join(", ", counts.DefaultIfEmpty("none"));
    }

    private string Word(RedriveOutcome outcome) => outcome switch
    {
        RedriveOutcome.Sent => isDryRun ? "to be sent" : "sent",
        RedriveOutcome.Earlier => "sent before",
        RedriveOutcome.Ignored => "no insert",
        RedriveOutcome.Unfit => "unfit",
        _ => "not sent",
    };
}
