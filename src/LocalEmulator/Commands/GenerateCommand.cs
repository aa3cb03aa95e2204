using System.CommandLine;
using Analytics;
using LocalEmulator.Query;

namespace LocalEmulator.Commands;

/// <summary>The command <c>generate</c>: random items straight into the table.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var count = new Argument<long>("N")
        {
            Description = "How many items.",
            CustomParser = WholeNumber.Parser("N", 1, WholeNumber.MaxCount),
        };
        var seed = SeedOption.Create();
        var data = DataOption.Create(SkillDefinition.PetMatch);
        var command = new Command("generate", "Writes random items to the table, without the skill, and delivers them.")
        {
            count,
            seed,
            data,
        };
        command.SetAction((parsed, cancellationToken) => ExecuteAsync(
            parsed.GetValue(count),
            parsed.GetValue(seed),
            DataOption.Resolve(parsed.GetValue(data), SkillDefinition.PetMatch),
            cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(long count, long? givenSeed, string dataDirectory, CancellationToken cancellationToken)
    {
        var terminal = new Terminal();
        var seed = SeedOption.Resolve(givenSeed, terminal);
        await using var emulator = await EmulatorStart.StartAsync(SkillDefinition.PetMatch, dataDirectory, terminal, cancellationToken);
        var writer = new ItemWriter(emulator.DynamoDb, seed, TimeProvider.System);
        await terminal.CountAsync($"Writing {count} items ...", count, step =>
            emulator.GuardAsync(token => writer.WriteAsync(count, step, token), cancellationToken));
        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, emulator.BucketDirectory, cancellationToken);
        var delivery = await new DeliveryProof(engine, emulator).ComputeAsync([], cancellationToken);
        terminal.Note($"This run: {count} hits written. In the folder {dataDirectory}:");
        terminal.NoteSetAside(delivery, dataDirectory);
        terminal.Print(delivery.ToString());
        return delivery.Lost == 0 ? CommandLine.Succeeded : CommandLine.Failed;
    }
}
