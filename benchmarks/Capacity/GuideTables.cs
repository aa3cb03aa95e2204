namespace Benchmarks.Capacity;

/// <summary>The tables of docs/capacity.md, by the names of the places that they go to.</summary>
internal static class GuideTables
{
    private static readonly int[] Rates = [1, 10, 100, 1_000, 10_000, 100_000];
    private static readonly PipelineSettings Deployed = new();

    public static IReadOnlyDictionary<string, string> All => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["limits"] = Limits(),
        ["steady"] = Steady(),
        ["peaks"] = Peaks(),
        ["quotas"] = Table(
            ["quota", "value", "from"],
            [.. Quotas.All.Select(quota => (IReadOnlyList<string>)[quota.Name, Number(quota.Value), quota.Page])]),
    };

    private static string Limits() => Table(
        ["hits/s", "where", "limit", "what happens above it", "what to do"],
        [.. Thresholds.All.OrderBy(threshold => threshold.HitsASecond).Select(threshold => (IReadOnlyList<string>)
        [
            Number(threshold.HitsASecond), threshold.Where, Text.Of(threshold.Limit), threshold.Above, Text.HowTo(threshold.Limit),
        ])]);

    private static string Steady() => Table(
        ["hits/s", "as deployed", "what to set", "shards", "forwarders at once", "Firehose, MiB/s", "a month"],
        [.. Rates.Select(rate =>
        {
            var pattern = Pattern.Steady(rate);
            var advice = Advisor.Find(pattern, Deployed);
            var shards = Simulation.Run(pattern, advice.Settings)[^1].Shards;
            return (IReadOnlyList<string>)
            [
                Number(rate),
                First(pattern),
                Changes(advice),
                Number(shards),
                Number(shards * advice.Settings.ParallelizationFactor),
                FormattableString.Invariant($"{rate * Measured.LineBytes / 1_048_576.0:0.00}"),
                FormattableString.Invariant($"${new Costs(rate, shards, advice.Settings).Sum:#,0}"),
            ];
        })]);

    private static string Peaks() => Table(
        ["pattern", "from", "to, hits/s", "as deployed", "unanswered", "lost", "longest lag", "what to set"],
        [.. from peak in Rates
            where peak >= Pattern.SpotFactor
            from pattern in new[] { Pattern.Morning(peak / Pattern.MorningFactor, peak), Pattern.Spot(peak / Pattern.SpotFactor, peak) }
            let moments = Simulation.Run(pattern, Deployed)
            let arrivals = (double)moments.Sum(moment => moment.Arrivals)
            select (IReadOnlyList<string>)
            [
                pattern.Name,
                Number(pattern.Base),
                Number(pattern.Peak),
                First(pattern),
                Share(moments.Sum(moment => moment.Throttled) / arrivals),
                Share(moments.Sum(moment => moment.Lost) / arrivals),
                $"{Number(moments.Max(moment => moment.LagSeconds))} s",
                Changes(Advisor.Find(pattern, Deployed)),
            ]]);

    private static string First(Pattern pattern)
    {
        var verdict = Verdict.Of(Simulation.Run(pattern, Deployed), Deployed);
        return verdict.Broken is { } limit ? $"{Text.Of(limit)}: {verdict.What}" : "holds";
    }

    private static string Changes(Advice advice) =>
        !advice.Verdict.Holds ? "nothing holds"
        : Text.Changes(Deployed, advice.Settings) is { Count: > 0 } changes ? string.Join("; ", changes)
        : "nothing";

    private static string Table(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> rows) =>
        Row(names) + $"|{string.Concat(names.Select(_ => "---|"))}\n" + string.Concat(rows.Select(Row));

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Number(double number) => FormattableString.Invariant($"{number:#,0}");

    private static string Share(double share) => FormattableString.Invariant($"{share * 100:0.#} %");
}
