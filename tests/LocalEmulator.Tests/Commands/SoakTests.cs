using System.Text.RegularExpressions;
using Analytics;
using LocalEmulator.Commands;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Commands;

/// <summary>The executable under faults of every kind.</summary>
public sealed class SoakTests : IDisposable
{
    private readonly TemporaryFolder folder = new("petmatch-soak-");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Faults_of_every_kind_lose_nothing_and_a_loss_would_be_seen()
    {
        var run = await EmulatorProcess.RunAsync(folder.Path, "soak", "--hits", "400", "--seed", "5", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var fault in Enum.GetValues<SoakFault>())
        {
            run.Output.ShouldMatch($"faults: .*\\b{SoakFaults.NameOf(fault)} [1-9]");
        }

        const string Proof = @"^hits accepted: (\d+), delivered: (\d+), quarantined: (\d+), lost: 0, duplicates: \d+\r?$";
        var proof = Regex.Match(run.OutputLines[^1], Proof);
        proof.Success.ShouldBeTrue(run.OutputLines[^1]);
        var (accepted, delivered, quarantined) = (Number(proof.Groups[1]), Number(proof.Groups[2]), Number(proof.Groups[3]));
        accepted.ShouldBe(delivered + quarantined);
        accepted.ShouldBeInRange(400 - 25, 400); // On a slow machine the skill may miss its time to write some of its 25.
        quarantined.ShouldBeGreaterThan(0);

        var loss = await ProofWithoutFilesAsync();

        loss.Lost.ShouldBe(delivered);
        loss.Table.Quarantined.ShouldBe(quarantined);
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused()
    {
        await File.WriteAllTextAsync(folder.Find("kept"), "", TestContext.Current.CancellationToken);

        var run = await EmulatorProcess.RunAsync(folder.Path, "soak", "--seed", "1", "--data", ".");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("is not empty; a soak needs one that is");
        Directory.GetFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    private async Task<SoakDelivery> ProofWithoutFilesAsync()
    {
        var data = folder.Find("data");
        await using var emulator = await Emulator.StartAsync(new EmulatorOptions(data, SkillDefinition.PetMatch), TestContext.Current.CancellationToken);
        await emulator.DrainAsync(TestContext.Current.CancellationToken);
        foreach (var year in Directory.GetDirectories(DataFolder.BucketOf(data, SkillDefinition.PetMatch), $"{Names.DeliveryPrefix}*"))
        {
            Directory.Delete(year, recursive: true);
        }

        return await new SoakProof(data, new Terminal()).CountAsync(emulator, [], TestContext.Current.CancellationToken);
    }

    private static long Number(Group digits) => long.Parse(digits.Value, System.Globalization.CultureInfo.InvariantCulture);
}
