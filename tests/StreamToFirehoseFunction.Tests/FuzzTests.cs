using System.Numerics;
using System.Text;
using System.Text.Json;

namespace StreamToFirehoseFunction.Tests;

/// <summary>
/// Whatever stands in an event and whatever the services do: every record is delivered, ignored by rule, quarantined, or behind the returned
/// sequence number.
/// </summary>
public sealed class FuzzTests
{
    private readonly FuzzedAws aws = new();

    [Fact]
    public async Task No_record_of_a_mutated_event_is_unaccounted_for()
    {
        using var clients = new Clients(aws);
        foreach (var seed in Fuzz.Seeds(25_000))
        {
            var fuzzed = FuzzCase.Create(seed);
            if (await FaultOfAsync(fuzzed, clients) is { } fault)
            {
                Assert.Fail($"{fault}\n{Fuzz.Alone(seed)}\n{Encoding.UTF8.GetString(fuzzed.Event)}");
            }
        }
    }

    private async Task<string?> FaultOfAsync(FuzzCase fuzzed, Clients clients)
    {
        aws.Begin(fuzzed);
        var fates = EventOracle.FatesOf(fuzzed.Event);
        string? failure;
        try
        {
            failure = await (fuzzed.HasQuarantine ? clients.WithQuarantine : clients.WithoutQuarantine).InvokeAsync(fuzzed.Event);
        }
        catch (JsonException) when (fates is null)
        {
            return aws.Taken.Length > 0 ? "Lines of an event that failed were sent." : null;
        }

        var outcome = new Outcome(failure, aws.Taken.ToString(), [.. aws.Quarantined.Select(Quarantined.Of)]);
        return fates is null ? FaultOfBroken(fuzzed, outcome) : FaultOf(fates, outcome);
    }

    private static string? FaultOf(IReadOnlyList<EventOracle.Fate> fates, Outcome outcome)
    {
        var lost = fates.FirstOrDefault(fate => !fate.IsIgnored && !outcome.Accounts(fate));
        var surplus = outcome.Lines.Except(fates.Select(fate => fate.Line)).FirstOrDefault();
        var isKnown = outcome.Failure is null || fates.Any(fate => !fate.IsIgnored && fate.SequenceNumber == outcome.Number);
        return lost is not null ? $"Lost: {lost}; {outcome}"
            : surplus is not null ? $"A line of no record: {surplus}"
            : !isKnown ? $"A failure of no record: {outcome.Failure}"
            : outcome.Kept.FirstOrDefault(kept => !fates.Any(fate => fate is { IsIgnored: false, Line: null } && Outcome.IsKeptAs(kept, fate))) is { } kept
                ? $"A sound record was set aside: {kept}"
            : null;
    }

    /// <summary>An event that is broken somewhere: records that were not touched are not lost, and no line comes from what is no JSON.</summary>
    private static string? FaultOfBroken(FuzzCase fuzzed, Outcome outcome)
    {
        foreach (var record in fuzzed.Records.Where(record => fuzzed.Event.AsSpan().IndexOf(record) >= 0))
        {
            var fate = EventOracle.FateAt(record)!;
            if (!fate.IsIgnored && !outcome.Accounts(fate))
            {
                return $"Lost in a broken event: {fate}; {outcome}";
            }
        }

        var sound = new HashSet<string?>();
        for (var start = 0; start < fuzzed.Event.Length; start++)
        {
            if (outcome.Lines.Length > 0 && fuzzed.Event[start] == '{')
            {
                sound.Add(EventOracle.FateAt(fuzzed.Event.AsSpan(start))?.Line);
            }
        }

        return outcome.Lines.FirstOrDefault(line => !sound.Contains(line)) is { } surplus ? $"A line of broken JSON: {surplus}" : null;
    }

    private sealed class Clients(FuzzedAws aws) : IDisposable
    {
        private const string Nowhere = "http://127.0.0.1:9";

        public ForwarderRig WithQuarantine { get; } = new(Nowhere, Nowhere, time: new TestTime(passing: TimeSpan.FromSeconds(4)), http: aws.Clients);

        public ForwarderRig WithoutQuarantine { get; } = new(Nowhere, time: new TestTime(passing: TimeSpan.FromSeconds(4)), http: aws.Clients);

        public void Dispose()
        {
            WithQuarantine.Dispose();
            WithoutQuarantine.Dispose();
        }
    }

    private sealed record Outcome(string? Failure, string Taken, IReadOnlyList<Quarantined> Kept)
    {
        public string[] Lines { get; } = Taken.Split('\n', StringSplitOptions.RemoveEmptyEntries) is var lines
            ? Array.ConvertAll(lines, line => line + "\n") : [];

        public BigInteger? Number => string.IsNullOrEmpty(Failure) ? null : BigInteger.Parse(Failure, null);

        public bool Accounts(EventOracle.Fate fate) =>
            Failure is "" || fate.SequenceNumber >= Number
            || (fate.Line is not null && Lines.Contains(fate.Line))
            || Kept.Any(kept => IsKeptAs(kept, fate));

        public static bool IsKeptAs(Quarantined kept, EventOracle.Fate fate) => kept.Record.Contains(fate.Json, StringComparison.Ordinal)
            || kept.Record.Contains(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(fate.Json)), StringComparison.Ordinal);
    }
}
