using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The command <c>soak</c>: many hits through the pipeline while faults befall it, and the proof that none is lost.</summary>
internal static class SoakCommand
{
    private const long DefaultHits = 10_000;

    public static Command Create()
    {
        var hits = new Option<long>("--hits")
        {
            Description = "How many hits to write.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultHits,
            CustomParser = WholeNumber.Parser("--hits", 1, WholeNumber.MaxCount),
        };
        var faults = FaultsOption();
        var seed = SeedOption.Create();
        var data = DataOption.Create(SkillDefinition.PetMatch);
        data.Description = "An empty folder for the soak; .petmatch/soak in the checkout, emptied first, unless given.";
        var command = new Command("soak", "Sends hits through the pipeline while faults befall it, and proves by SQL that none is lost.")
        {
            hits,
            faults,
            seed,
            data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var terminal = new Terminal();
            var folder = SoakFolder.Prepare(parsed.GetValue(data));
            var soak = new Soak(SeedOption.Resolve(parsed.GetValue(seed), terminal), folder, parsed.GetValue(faults)!, terminal);
            return soak.ExecuteAsync(parsed.GetValue(hits), cancellationToken);
        });
        return command;
    }

    public static Option<SoakFaults> FaultsOption() => new("--faults")
    {
        Description = """
            The faults, as NAME=AMOUNT separated by commas, or 'none'. A share of the puts to Firehose: throttle, error,
            partial (some records fail), written-error (written, then failed), hang, kill (the forwarder dies in mid-batch);
            a share of the hits: poison (no line can hold it); times: restart (the emulator is killed), outage (S3 ends).
            What has an amount occurs at least once, as far as there are puts.
            """.ReplaceLineEndings(" "),
        HelpName = "SPEC",
        DefaultValueFactory = _ => Parse(SoakFaults.Default),
        CustomParser = result =>
        {
            if (SoakFaults.TryParse(result.Tokens[0].Value, out var faults, out var reason))
            {
                return faults;
            }

            result.AddError($"--faults: {reason}");
            return null;
        },
    };

    private static SoakFaults Parse(string text) =>
        SoakFaults.TryParse(text, out var faults, out var reason) ? faults : throw new InvalidOperationException(reason);
}
