using Analytics;
using LocalEmulator.Query;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>Proves after a soak, with a healthy emulator, what became of its hits.</summary>
internal sealed class SoakProof(string dataDirectory, Terminal terminal)
{
    /// <summary>Delivers what is left, then counts; acknowledged are the ids of the hits that were written.</summary>
    public async Task<SoakDelivery> ComputeAsync(IEnumerable<string> acknowledged, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorStart.StartAsync(SkillDefinition.PetMatch, dataDirectory, terminal, cancellationToken);
        await terminal.WaitAsync("Delivering what is left ...", _ => emulator.DrainAsync(cancellationToken));
        terminal.Note("Counting ...");
        return await CountAsync(emulator, acknowledged, cancellationToken);
    }

    /// <summary>Counts what lies in the bucket now.</summary>
    public async Task<SoakDelivery> CountAsync(Emulator emulator, IEnumerable<string> acknowledged, CancellationToken cancellationToken)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, emulator.BucketDirectory, cancellationToken);
        var delivery = await new DeliveryProof(engine, emulator).ComputeAsync(acknowledged, cancellationToken);
        terminal.NoteSetAside(delivery, dataDirectory);
        return new SoakDelivery(delivery);
    }
}
