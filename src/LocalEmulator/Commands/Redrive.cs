using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>
/// Sends kept records again. What lies in a delivered file is not sent: so it may be repeated at will, and objects may be kept or deleted.
/// </summary>
/// <param name="dataDirectory">Where table, bucket and logs are kept.</param>
/// <param name="dryRun">Whether to send nothing.</param>
/// <param name="terminal">Where it reports.</param>
internal sealed class Redrive(string dataDirectory, bool dryRun, Terminal terminal)
{
    private readonly RedriveReport report = new(terminal);
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);

    /// <summary>Sends the records of objects.</summary>
    /// <param name="paths">Where the objects lie.</param>
    /// <param name="cancellationToken">Gives up; what is sent stays sent.</param>
    /// <returns>The exit code: 0 if every record was sent, now or before.</returns>
    /// <exception cref="EmulatorException">A path does not exist, or the emulator cannot go on.</exception>
    public async Task<int> ExecuteAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var sources = RedriveSource.Find(paths, DataOption.Bucket(dataDirectory));
        if (sources.Count > 0)
        {
            await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken);
            await terminal.WaitAsync("Delivering what waits ...", _ => emulator.DrainAsync(cancellationToken));
            await emulator.GuardAsync(token => RedriveAsync(sources, emulator, token), cancellationToken);
            await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
            report.Missing(sent.Count - (await FindDeliveredAsync(sent, emulator, cancellationToken)).Count);
        }

        report.Total();
        return report.IsComplete ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task RedriveAsync(IReadOnlyList<RedriveSource> sources, Emulator emulator, CancellationToken cancellationToken)
    {
        var (readable, ids) = await CheckAsync(sources, cancellationToken);
        var delivered = await FindDeliveredAsync(ids, emulator, cancellationToken);
        var prefix = $"redrive/{Guid.NewGuid():N}/";
        await using var host = await emulator.StartForwarderAsync(prefix, cancellationToken);
        var forwarder = new RedriveForwarder(host, emulator.S3, prefix);
        foreach (var source in readable)
        {
            var results = await SendAsync(await ReadAsync(source, cancellationToken), delivered, forwarder, cancellationToken);
            var now = results.Where(result => result.Outcome == RedriveOutcome.Sent);
            sent.UnionWith(now.Select(result => result.Record.RequestId).OfType<string>());
            delivered.UnionWith(sent);
            report.Object(source, results);
        }
    }

    /// <summary>Gathers the ids of all objects first, so that the delivered files are searched once.</summary>
    private async Task<(List<RedriveSource> Readable, HashSet<string> Ids)> CheckAsync(
        IReadOnlyList<RedriveSource> sources, CancellationToken cancellationToken)
    {
        var readable = new List<RedriveSource>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            try
            {
                ids.UnionWith((await ReadAsync(source, cancellationToken)).Select(record => record.RequestId).OfType<string>());
                readable.Add(source);
            }
            catch (EmulatorException unreadable)
            {
                report.Broken(unreadable.Message);
            }
        }

        return (readable, ids);
    }

    private static async Task<HashSet<string>> FindDeliveredAsync(
        HashSet<string> ids, Emulator emulator, CancellationToken cancellationToken)
    {
        await using var engine = await QueryEngine.StartAsync(emulator.BucketDirectory, cancellationToken);
        return await DeliveredIds.FindAsync(engine, ids, cancellationToken);
    }

    private async Task<List<RedriveResult>> SendAsync(
        IReadOnlyList<RedriveRecord> records, HashSet<string> delivered, RedriveForwarder forwarder, CancellationToken cancellationToken)
    {
        var results = new List<RedriveResult>();
        var open = new List<RedriveRecord>();
        foreach (var record in records)
        {
            if (record.Flaw is { } flaw)
            {
                results.Add(new RedriveResult(record, RedriveOutcome.Unfit, flaw));
            }
            else if (!record.IsInsert)
            {
                results.Add(new RedriveResult(record, RedriveOutcome.Ignored));
            }
            else if (record.RequestId is { } id && delivered.Contains(id))
            {
                results.Add(new RedriveResult(record, RedriveOutcome.Earlier));
            }
            else
            {
                open.Add(record);
            }
        }

        results.AddRange(dryRun
            ? open.Select(record => new RedriveResult(record, RedriveOutcome.Open))
            : await forwarder.SendAsync(open, cancellationToken));
        return results;
    }

    private static async Task<IReadOnlyList<RedriveRecord>> ReadAsync(RedriveSource source, CancellationToken cancellationToken) =>
        RedriveObject.Read(source.Name, await File.ReadAllBytesAsync(source.Path, cancellationToken));
}
