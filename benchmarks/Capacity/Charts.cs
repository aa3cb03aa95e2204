namespace Benchmarks.Capacity;

/// <summary>The charts of docs/capacity.md, by their files' names.</summary>
internal static class Charts
{
    public static IReadOnlyDictionary<string, string> All => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["capacity-steady.svg"] = Of("A steady 1,000 hits/s, as deployed", Pattern.Steady(1_000), new PipelineSettings()),
        ["capacity-morning.svg"] = Of(
            "A morning peak of 5,000 hits/s, as deployed, where Firehose takes 1 MiB/s",
            Pattern.Morning(500, 5_000),
            new PipelineSettings { IsLargeRegion = false }),
        ["capacity-spot.svg"] = Of("A TV spot of 50,000 hits/s, as deployed", Pattern.Spot(500, 50_000), new PipelineSettings()),
    };

    private static string Of(string title, Pattern pattern, PipelineSettings settings) =>
        Svg.Of(title, pattern.Seconds, Panels(Simulation.Run(pattern, settings)));

    private static Panel[] Panels(IReadOnlyList<Moment> moments) =>
    [
        new("hits/s", [
            new("arrive", "a", [.. moments.Select(moment => (double)moment.Arrivals)]),
            new("written", "b", [.. moments.Select(moment => (double)(moment.Arrivals - moment.Throttled - moment.Lost))]),
        ]),
        new("not written or unanswered, hits/s", [
            new("unanswered", "c", [.. moments.Select(moment => (double)moment.Throttled)]),
            new("lost", "d", [.. moments.Select(moment => (double)moment.Lost)]),
        ]),
        new("batches/s that wait for Firehose or Lambda", [
            new("batches", "b", [.. moments.Select(moment => (double)(moment.Reading.Refused + moment.Reading.Throttled))]),
        ]),
        new("lag of the oldest hit that is not in the bucket, s", [
            new("lag", "a", [.. moments.Select(moment => (double)moment.LagSeconds)]),
        ]),
    ];
}
