using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Analytics;
using LocalEmulator.Conversations;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>One soak: hits are written and delivered while faults occur; then a healthy emulator takes over and counts.</summary>
internal sealed class Soak(int seed, string dataDirectory, SoakFaults faults, Terminal terminal)
{
    private static readonly TimeSpan TellInterval = TimeSpan.FromSeconds(5);

    public async Task<int> ExecuteAsync(long hits, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataDirectory);
        var acknowledged = new ConcurrentQueue<string>();
        var clock = Stopwatch.StartNew();
        var (injected, repeated) = await SufferAsync(hits, acknowledged, cancellationToken);
        var seconds = clock.Elapsed.TotalSeconds;

        var proof = await new SoakProof(dataDirectory, terminal).ComputeAsync(acknowledged, cancellationToken);
        if (proof.Unaccepted(hits) is > 0 and var unaccepted)
        {
            terminal.Note($"{unaccepted} hits could not be written in the time the skill has for it; it answered all the same.");
        }

        var times = faults.Kinds.Select(kind => $"{SoakFaults.NameOf(kind)} {injected.GetValueOrDefault(kind)}");
        terminal.Print($"faults: {string.Join(", ", times.DefaultIfEmpty("none"))}");
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"writes repeated for want of an answer: {repeated}"));
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"time: {seconds:0.0} s, {hits / seconds:0} hits a second"));
        terminal.Print($"The delivered files are in {DataFolder.BucketOf(dataDirectory, SkillDefinition.PetMatch)}");
        terminal.Print(proof.ToString());
        return proof.Lost == 0 ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task<(IReadOnlyDictionary<SoakFault, int> Injected, long Repeated)> SufferAsync(
        long hits, ConcurrentQueue<string> acknowledged, CancellationToken cancellationToken)
    {
        await using var lives = new SoakLives(dataDirectory, faults, seed);
        var made = await SoakHits.OpenAsync(seed, faults[SoakFault.Poison], cancellationToken);
        var writer = new SoakWriter(lives, made, acknowledged);
        await terminal.WaitAsync($"Soaking {hits} hits ...", async tell =>
        {
            await using var telling = new Timer(
                _ => tell($"{writer.Written} of {hits} hits written, {lives.Forwarded} forwarded ..."), null, TellInterval, TellInterval);
            await SufferAsync(hits, lives, writer, cancellationToken);
        });
        return (lives.Injected, writer.Unanswered);
    }

    private async Task SufferAsync(long hits, SoakLives lives, SoakWriter writer, CancellationToken cancellationToken)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await lives.StartAsync(abandon.Token);
        var writing = writer.WriteAsync(hits, abandon.Token);
        var restarting = RestartAsync(hits, lives, writer, abandon.Token);
        try
        {
            await await Task.WhenAny(writing, restarting);
            await Task.WhenAll(writing, restarting);
        }
        finally
        {
            await abandon.CancelAsync();
        }

        await (await lives.Current).Emulator.DrainAsync(cancellationToken);
    }

    /// <summary>Ends emulators while hits are written.</summary>
    private async Task RestartAsync(long hits, SoakLives lives, SoakWriter writer, CancellationToken cancellationToken)
    {
        var chance = new Chance(seed, "restart", 0);
        var ends = new[] { SoakFault.Restart, SoakFault.Outage }
            .SelectMany(fault => Enumerable.Repeat(fault, (int)faults[fault]))
            .OrderBy(_ => chance.Below(int.MaxValue))
            .ToList();
        for (var end = 0; end < ends.Count; end++)
        {
            var share = hits / (ends.Count + 1);
            await writer.UntilAsync(((end + 1) * share) + chance.Below(1 + (share / 2)), cancellationToken);
            await lives.RestartAsync(ends[end], cancellationToken);
        }
    }
}
