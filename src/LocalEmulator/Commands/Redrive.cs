using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Sends the records of failure objects and quarantined records through the local run's forwarder again.</summary>
internal sealed class Redrive(string dataDirectory, bool dryRun, Terminal terminal)
{
    private readonly RedriveReport report = new(terminal, dryRun);

    private string Bucket => DataFolder.BucketOf(dataDirectory, SkillDefinition.PetMatch);

    /// <summary>Sends what is not delivered yet; 0 if every record was sent, now or before.</summary>
    public async Task<int> ExecuteAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var sources = RedriveSource.Find(paths, Bucket);
        terminal.Note($"This sends to the local run in {dataDirectory} alone, never to AWS; that takes --aws and a bucket's address.");
        var readable = await CheckAsync(sources, cancellationToken);
        if (readable.Count > 0)
        {
            await (dryRun
                ? RedriveTrial.RunAsync(forwarder => SendAsync(readable, forwarder, cancellationToken), cancellationToken)
                : SendAsync(readable, cancellationToken));
        }

        report.Total();
        return report.IsComplete ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task SendAsync(IReadOnlyList<RedriveSource> sources, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(SkillDefinition.PetMatch, dataDirectory, terminal, cancellationToken);
        await terminal.WaitAsync("Delivering what waits ...", _ => emulator.DrainAsync(cancellationToken));
        IReadOnlySet<string> sent = new HashSet<string>();
        await emulator.GuardAsync(
            async token =>
            {
                var prefix = RedriveForwarder.OwnPrefix();
                await using var host = await emulator.StartForwarderAsync(prefix, token);
                var forwarder = new RedriveForwarder(host, emulator.S3, Names.LocalBucket, prefix);
                await SendAsync(sources, forwarder, token);
                sent = forwarder.Sent;
            },
            cancellationToken);
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        report.Missing(sent.Except(await DeliveredHits.ReadAsync(Bucket, cancellationToken), StringComparer.Ordinal).Count());
    }

    private async Task SendAsync(IReadOnlyList<RedriveSource> sources, RedriveForwarder forwarder, CancellationToken cancellationToken)
    {
        var delivered = await DeliveredHits.ReadAsync(Bucket, cancellationToken);
        foreach (var source in sources)
        {
            report.Object(source.Name, await forwarder.SendAsync(await ReadAsync(source, cancellationToken), delivered, cancellationToken));
        }
    }

    private async Task<List<RedriveSource>> CheckAsync(IReadOnlyList<RedriveSource> sources, CancellationToken cancellationToken)
    {
        var readable = new List<RedriveSource>();
        foreach (var source in sources)
        {
            try
            {
                await ReadAsync(source, cancellationToken);
                readable.Add(source);
            }
            catch (EmulatorException unreadable)
            {
                report.Broken(unreadable.Message);
            }
        }

        return readable;
    }

    private static async Task<IReadOnlyList<RedriveRecord>> ReadAsync(RedriveSource source, CancellationToken cancellationToken) =>
        RedriveObject.Read(source.Name, await File.ReadAllBytesAsync(source.Path, cancellationToken));
}
