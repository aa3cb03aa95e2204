using System.Globalization;

namespace LocalEmulator.Commands;

/// <summary>Tells what became of each object and of all.</summary>
internal sealed class RedriveReport(Terminal terminal)
{
    private readonly List<RedriveOutcome> outcomes = [];
    private int objects;
    private int broken;
    private int missing;

    /// <summary>Whether every record is sent, or would be.</summary>
    public bool IsComplete =>
        broken + missing == 0 && !outcomes.Exists(outcome => outcome is RedriveOutcome.Unfit or RedriveOutcome.Unsent);

    /// <summary>Tells of an object that can't be read.</summary>
    public void Broken(string reason)
    {
        objects++;
        broken++;
        terminal.Note(reason);
    }

    /// <summary>Tells what became of an object's records, and names those that stay.</summary>
    public void Object(RedriveSource source, IReadOnlyCollection<RedriveResult> results)
    {
        objects++;
        outcomes.AddRange(results.Select(result => result.Outcome));
        terminal.Print($"{source.Name}: {Describe(results.Select(result => result.Outcome))}");
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

    private static string Describe(IEnumerable<RedriveOutcome> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).OrderBy(count => count.Key)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {Word(count.Key)}"));
        return string.Join(", ", counts.DefaultIfEmpty("none"));
    }

    private static string Word(RedriveOutcome outcome) => outcome switch
    {
        RedriveOutcome.Sent => "sent",
        RedriveOutcome.Open => "to be sent",
        RedriveOutcome.Earlier => "sent before",
        RedriveOutcome.Ignored => "no insert",
        RedriveOutcome.Unfit => "unfit",
        _ => "not sent",
    };
}
