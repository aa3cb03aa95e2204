using Analytics;
using FunctionHosting;
using LocalAws;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Sends the records of failure objects and quarantined records of the local run through the forwarder again.</summary>
internal sealed class Redrive(string dataDirectory, bool dryRun, Terminal terminal)
{
    private readonly RedriveReport report = new(terminal);
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);

    private string Bucket => DataFolder.BucketOf(dataDirectory);

    /// <summary>Sends what is not delivered yet; 0 if every record was sent, now or before.</summary>
    public async Task<int> ExecuteAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var sources = RedriveSource.Find(paths, Bucket);
        terminal.Note($"This works on the local run in {dataDirectory} alone, never on AWS; docs/operations.md says how it is done there.");
        var readable = await CheckAsync(sources, cancellationToken);
        if (readable.Count > 0)
        {
            await (dryRun ? TryAsync(readable, cancellationToken) : SendAsync(readable, cancellationToken));
        }

        report.Total();
        return report.IsComplete ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task SendAsync(IReadOnlyList<RedriveSource> sources, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken);
        await terminal.WaitAsync("Delivering what waits ...", _ => emulator.DrainAsync(cancellationToken));
        await emulator.GuardAsync(
            async token =>
            {
                var prefix = $"redrive/{Guid.NewGuid():N}/";
                await using var host = await emulator.StartForwarderAsync(prefix, token);
                await SendAsync(sources, new RedriveForwarder(host, emulator.S3, prefix), token);
            },
            cancellationToken);
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        report.Missing(sent.Except(await DeliveredHits.ReadAsync(Bucket, cancellationToken), StringComparer.Ordinal).Count());
    }

    /// <summary>Sends to a delivery stream that is thrown away, so that the forwarder says what it would do.</summary>
    private async Task TryAsync(IReadOnlyList<RedriveSource> sources, CancellationToken cancellationToken)
    {
        var scratch = Directory.CreateTempSubdirectory("petmatch-redrive-");
        try
        {
            var options = new LocalCloudOptions(scratch.FullName) { Buckets = [Names.LocalBucket], Delivery = Deployed.Delivery };
            await using var cloud = await LocalCloud.StartAsync(options, cancellationToken);
            var function = Deployed.Forwarder(Names.QuarantinePrefix);
            var variables = function.Environment.ToDictionary();
            variables.Remove(Variables.DeliveryLogTable);
            await using var host = await cloud.StartFunctionAsync(function with { Environment = variables }, cancellationToken);
            using var s3 = LocalClients.S3(cloud.S3Address);
            await SendAsync(sources, new RedriveForwarder(host, s3, Names.QuarantinePrefix), cancellationToken);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private async Task SendAsync(IReadOnlyList<RedriveSource> sources, RedriveForwarder forwarder, CancellationToken cancellationToken)
    {
        var delivered = await DeliveredHits.ReadAsync(Bucket, cancellationToken);
        foreach (var source in sources)
        {
            var results = await SendAsync(await ReadAsync(source, cancellationToken), delivered, forwarder, cancellationToken);
            var now = results.Where(result => result.Outcome is RedriveOutcome.Sent or RedriveOutcome.Open);
            sent.UnionWith(now.Select(result => result.Record.RequestId).OfType<string>().Select(DeliveredHits.InLine));
            delivered.UnionWith(sent);
            report.Object(source, results);
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
            else if (record.RequestId is { } id && delivered.Contains(DeliveredHits.InLine(id)))
            {
                results.Add(new RedriveResult(record, RedriveOutcome.Earlier));
            }
            else
            {
                open.Add(record);
            }
        }

        var now = await forwarder.SendAsync(open, cancellationToken);
        results.AddRange(dryRun ? now.Select(AsTried) : now);
        return results;
    }

    private static RedriveResult AsTried(RedriveResult result) =>
        result.Outcome == RedriveOutcome.Sent ? result with { Outcome = RedriveOutcome.Open } : result;

    private static async Task<IReadOnlyList<RedriveRecord>> ReadAsync(RedriveSource source, CancellationToken cancellationToken) =>
        RedriveObject.Read(source.Name, await File.ReadAllBytesAsync(source.Path, cancellationToken));
}
