using Analytics;
using LocalAthena;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Counts a soak's hits in the delivered files and the quarantine, by SQL.</summary>
/// <param name="dataDirectory">The soak's data folder, which no emulator uses any more.</param>
/// <param name="terminal">Where it reports.</param>
internal sealed class SoakProof(string dataDirectory, Terminal terminal)
{
    /// <summary>Has a healthy emulator deliver what is left, and counts.</summary>
    /// <param name="acknowledged">The ids of the hits that the table has acknowledged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of the hits.</returns>
    public async Task<SoakDelivery> ComputeAsync(IEnumerable<string> acknowledged, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken);
        await terminal.WaitAsync("Delivering what is left ...", _ => emulator.DrainAsync(cancellationToken));
        terminal.Note("Counting ...");
        await using var engine = await QueryEngine.StartAsync(emulator.BucketDirectory, cancellationToken);
        var delivery = await new DeliveryProof(engine, emulator).ComputeAsync(acknowledged, cancellationToken);
        var quarantined = await CountAsync(Names.QuarantinePrefix, engine, emulator, cancellationToken);
        var failed = await CountAsync(Names.FailurePrefix, engine, emulator, cancellationToken);
        if (failed > 0)
        {
            var address = $"{RedriveSource.BucketAddress}{Names.FailurePrefix}";
            terminal.Note($"{failed} hits failed to the end; redrive {address} --data {dataDirectory}");
        }

        return new SoakDelivery(delivery, quarantined);
    }

    /// <summary>Counts the hits that are kept under a prefix of the bucket and lie in no delivered file.</summary>
    private static async Task<long> CountAsync(string prefix, AthenaEngine engine, Emulator emulator, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in RedriveSource.Find([$"{RedriveSource.BucketAddress}{prefix}"], emulator.BucketDirectory))
        {
            var records = RedriveObject.Read(source.Name, await File.ReadAllBytesAsync(source.Path, cancellationToken));
            ids.UnionWith(records.Select(record => record.RequestId).OfType<string>());
        }

        return ids.Count - (await DeliveredIds.FindAsync(engine, ids, cancellationToken)).Count;
    }
}
