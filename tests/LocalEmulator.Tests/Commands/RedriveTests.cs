using Amazon.DynamoDBv2.Model;
using Analytics;
using LocalAws.Firehose;
using LocalEmulator.Commands;
using LocalEmulator.Query;
using LocalEmulator.Services;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Tests.Commands;

/// <summary>The executable, on what a pipeline with a broken delivery has left.</summary>
public sealed class RedriveTests : IDisposable
{
    private const string Failures = $"s3://{Names.LocalBucket}/{Names.FailurePrefix}";
    private const string Quarantine = "s3://pet-match-bucket/quarantine/";

    private readonly TemporaryFolder folder = new("petmatch it's [a] redrive-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => folder.Find("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_failed_is_delivered_once_and_what_is_unfit_stays_and_is_named()
    {
        await FailAsync(hits: 5, withPoison: true);
        (await DeliveredAsync()).ShouldBe(["0", "0"]);

        var dry = await RedriveAsync("--dry-run", Failures);
        dry.ExitCode.ShouldBe(1, dry.Error);
        Total(dry).ShouldBe("objects: 1, broken: 0, records: 5 to be sent, 1 unfit");
        dry.ErrorLines[0].ShouldContain("never to AWS");
        (await DeliveredAsync()).ShouldBe(["0", "0"]);

        var first = await RedriveAsync(Failures, Quarantine);
        first.ExitCode.ShouldBe(1, first.Error);
        Total(first).ShouldBe("objects: 2, broken: 0, records: 5 sent, 2 unfit");
        first.Output.ShouldMatch(@"record \d \(sequence number \d+\): breed is ");
        (await DeliveredAsync()).ShouldBe(["5", "5"]);

        var second = await RedriveAsync(Failures, Quarantine);
        second.ExitCode.ShouldBe(1);
        Total(second).ShouldBe("objects: 2, broken: 0, records: 5 sent before, 2 unfit");
        (await DeliveredAsync()).ShouldBe(["5", "5"]);
    }

    [Fact]
    public async Task What_failed_is_lost_until_it_is_sent_again_and_what_is_in_quarantine_is_not()
    {
        await FailAsync(hits: 3, withPoison: true);

        var before = await GenerateAsync();
        before.ExitCode.ShouldBe(1, before.Error);
        Total(before).ShouldBe("hits accepted: 5, delivered: 1, quarantined: 1, lost: 3, duplicates: 0");
        before.Error.ShouldContain($"3 hits failed to the end; redrive {Failures} --data ");

        await RedriveAsync(Failures);
        var after = await GenerateAsync();
        after.ExitCode.ShouldBe(0, after.Error);
        Total(after).ShouldBe("hits accepted: 6, delivered: 5, quarantined: 1, lost: 0, duplicates: 0");
        after.Error.ShouldContain($"1 hits can never become a line; they lie in {Quarantine}, each with the reason.");
    }

    [Fact]
    public async Task Objects_of_a_folder_are_sent_once_though_another_is_broken()
    {
        await FailAsync(hits: 3, withPoison: false);
        var kept = Directory.CreateDirectory(folder.Find("kept")).FullName;
        var found = RedriveSource.Find([Failures], DataFolder.BucketOf(Data, SkillDefinition.PetMatch)).ShouldHaveSingleItem();
        File.Copy(found.Path, Path.Combine(kept, "copy 1"));
        File.Copy(found.Path, Path.Combine(kept, "copy 2"));

        var first = await RedriveAsync("kept");
        first.ExitCode.ShouldBe(0, first.Error);
        first.OutputLines.Select(line => line.TrimEnd('\r')).ShouldBe(
        [
            $"{Path.Combine("kept", "copy 1")}: 3 sent",
            $"{Path.Combine("kept", "copy 2")}: 3 sent before",
            "objects: 2, broken: 0, records: 3 sent, 3 sent before",
        ]);
        (await DeliveredAsync()).ShouldBe(["3", "3"]);

        await File.WriteAllTextAsync(Path.Combine(kept, "broken"), "{\n", Token);
        var second = await RedriveAsync("kept");
        second.ExitCode.ShouldBe(1);
        var place = $"{Path.Combine("kept", "broken")}, line 2, column 1: ";
        second.ErrorLines.ShouldContain(line => line.StartsWith(place, StringComparison.Ordinal));
        Total(second).ShouldBe("objects: 3, broken: 1, records: 6 sent before");
        (await DeliveredAsync()).ShouldBe(["3", "3"]);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_starts_nothing()
    {
        var run = await RedriveAsync("absent");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("absent does not exist;");
        Directory.Exists(Data).ShouldBeFalse();
    }

    private Task<ProgramRun> RedriveAsync(params string[] arguments) =>
        EmulatorProcess.RunAsync(folder.Path, ["redrive", .. arguments, "--data", "data"]);

    private Task<ProgramRun> GenerateAsync() =>
        EmulatorProcess.RunAsync(folder.Path, "generate", "1", "--data", "data");

    private static string Total(ProgramRun run) => run.OutputLines[^1].TrimEnd('\r');

    /// <summary>Has the mapping give up hits, since Firehose refuses all that the forwarder puts.</summary>
    private async Task FailAsync(long hits, bool withPoison)
    {
        var options = new EmulatorOptions(Data, SkillDefinition.PetMatch)
        {
            Mapping = Deployed.Mapping with { MaxRetryAttempts = 0, Bisect = false, Window = TimeSpan.FromMinutes(5) },
            FirehoseFault = (call, _) =>
                FirehoseFaults.RefuseAsync(call.Response, StatusCodes.Status400BadRequest, "AccessDeniedException", "No."),
        };
        await using var emulator = await Emulator.StartAsync(options, Token);
        await new ItemWriter(emulator.DynamoDb, seed: 1, TimeProvider.System).WriteAsync(hits, () => { }, Token);
        if (withPoison)
        {
            var poison = new Dictionary<string, AttributeValue> { ["request_id"] = new("x"), ["breed"] = new() { L = [new("Beagle")] } };
            await emulator.DynamoDb.PutItemAsync(Names.HitsTable, poison, Token);
        }

        await emulator.DrainAsync(Token);
        emulator.Counters.Discarded.ShouldBe(hits + (withPoison ? 1 : 0));
    }

    /// <summary>Delivered lines, and different ones among them.</summary>
    private async Task<IReadOnlyList<string?>> DeliveredAsync()
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, DataFolder.BucketOf(Data, SkillDefinition.PetMatch), Token);
        return (await engine.QueryAsync("SELECT count(*), count(DISTINCT request_id) FROM petmatch", Token)).Rows[0];
    }
}
