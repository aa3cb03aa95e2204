using System.Globalization;
using System.Text.RegularExpressions;

namespace Capacity.Tests;

/// <summary>Numbers that stand in code or documents which the simulator cannot reference are those.</summary>
public sealed partial class SourcesTests
{
    [Fact]
    public void The_skill_tries_to_write_for_as_long_as_it_does() => Checkout.Read("src", "SkillHosting", "HitWriter.cs")
        .ShouldContain($"Limit = TimeSpan.FromSeconds({Measured.WriteSeconds});");

    [Fact]
    public void The_tables_scaling_aims_at_what_the_stack_says() => Checkout.Read("cdk", "Constructs", "HitsTable.cs")
        .ShouldContain(FormattableString.Invariant($"TargetPercent = {Measured.TargetUse * 100};"));

    [Fact]
    public void A_hit_may_take_until_the_alarm_goes_off()
    {
        var late = Regex.Match(Checkout.Read("cdk", "Constructs", "Observability.cs"), @"LateSeconds = ([\d* ]+);").Groups[1].Value;

        late.Split('*').Aggregate(1, (seconds, factor) => seconds * int.Parse(factor, CultureInfo.InvariantCulture))
            .ShouldBe(new PipelineSettings().MaxLagSeconds);
    }

    [Fact]
    public void The_forwarders_speed_and_records_are_those_of_its_benchmark()
    {
        var row = EventRow().Match(Checkout.Read("docs", "benchmarks", "README.md"));

        Number(row.Groups["bytes"]).ShouldBe(Measured.EventBytes);
        Number(row.Groups["speed"]).ShouldBeInRange(Measured.LinesASecond / 2, Measured.LinesASecond * 2, "machines differ, but not so much");

        static double Number(Group figure) => double.Parse(figure.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"records of (?<bytes>[\d,]+) bytes to lines, records a second \| the forwarder, native \| (?<speed>[\d,]+) ")]
    private static partial Regex EventRow();
}
