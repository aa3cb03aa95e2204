using Benchmarks.Forwarder;
using Benchmarks.Persistence;
using Benchmarks.Pipeline;
using Benchmarks.Queries;
using Benchmarks.Results;
using Benchmarks.Start;

namespace Benchmarks;

/// <summary>Measurements that belong together.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">The heading of its figures.</param>
/// <param name="About">What is measured, and how.</param>
/// <param name="MeasureAsync">Measures.</param>
internal sealed record Suite(string Name, string Title, string About, Func<Bench, Task<IReadOnlyList<Comparison>>> MeasureAsync)
{
    public static IReadOnlyList<Suite> All { get; } =
    [
        new("forwarder", "The forwarder's transform, billing and memory", ForwarderSuite.About, ForwarderSuite.MeasureAsync),
        new("start", "The functions' starts and answers", StartSuite.About, StartSuite.MeasureAsync),
        new("persistence", "What the skill remembers", PersistenceSuite.About, PersistenceSuite.MeasureAsync),
        new("pipeline", "The whole pipeline on one machine", PipelineSuite.About, PipelineSuite.MeasureAsync),
        new("queries", "Queries over delivered files", QueriesSuite.About, QueriesSuite.MeasureAsync),
    ];
}
