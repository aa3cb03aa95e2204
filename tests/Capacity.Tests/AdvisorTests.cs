namespace Capacity.Tests;

public sealed class AdvisorTests
{
    private static readonly PipelineSettings Deployed = new();

    public static TheoryData<int, string> Peaks => new MatrixTheoryData<int, string>(
        [1_000, 10_000, 100_000], [Pattern.SteadyName, Pattern.MorningName, Pattern.SpotName]);

    [Theory]
    [MemberData(nameof(Peaks))]
    public void The_settings_that_it_finds_hold_and_no_change_is_needless(int peak, string name)
    {
        var pattern = Of(name, peak);
        var found = Advisor.Find(pattern, Deployed);

        found.Verdict.Holds.ShouldBeTrue();
        PipelineSettings[] without =
        [
            found.Settings with { Concurrency = Deployed.Concurrency },
            found.Settings with { ProvisionedConcurrency = Deployed.ProvisionedConcurrency },
            found.Settings with { WarmWrites = Deployed.WarmWrites },
            found.Settings with { TableWrites = Deployed.TableWrites },
            found.Settings with { FirehoseMebibytes = Deployed.FirehoseMebibytes },
        ];
        foreach (var settings in without.Where(settings => settings != found.Settings))
        {
            Verdict.Of(Simulation.Run(pattern, settings), settings).Holds.ShouldBeFalse(settings.ToString());
        }
    }

    [Fact]
    public void It_raises_provisioned_writes_where_the_table_has_them()
    {
        var provisioned = Deployed with { ProvisionedWrites = (100, 900) };

        var found = Advisor.Find(Pattern.Spot(50, 800), provisioned);

        found.Raised.ShouldBe([Limit.ProvisionedWrites]);
        found.Settings.ProvisionedWrites!.Value.Least.ShouldBeGreaterThan(100);
        found.Verdict.Holds.ShouldBeTrue();
    }

    [Fact]
    public void It_raises_the_parallelization_factor_where_batches_are_small()
    {
        var small = Deployed with { BatchSize = 10 };

        Advisor.Find(Pattern.Steady(3_000), small).Raised.ShouldBe([Limit.ShardReads]);
    }

    [Fact]
    public void It_ends_where_no_setting_helps()
    {
        var slow = Deployed with { BufferSeconds = 900, WindowSeconds = 60 };

        Advisor.Find(Pattern.Steady(10), slow).Verdict.Broken.ShouldBe(Limit.Buffering);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 12)]
    [InlineData(1_000, 1_200)]
    [InlineData(80_000, 100_000)]
    public void It_goes_by_round_numbers(int value, int next) => Advisor.Next(value).ShouldBe(next);

    private static Pattern Of(string name, int peak) => name switch
    {
        Pattern.MorningName => Pattern.Morning(peak / Pattern.MorningFactor, peak),
        Pattern.SpotName => Pattern.Spot(peak / Pattern.SpotFactor, peak),
        _ => Pattern.Steady(peak),
    };
}
