namespace Benchmarks.Capacity;

/// <summary>The rate above which a limit breaks where no other does.</summary>
/// <param name="HitsASecond">The rate.</param>
/// <param name="Where">Where the limit stands so.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Above">What happens above it.</param>
/// <param name="Settings">Settings with this limit alone in the way.</param>
internal sealed record Threshold(double HitsASecond, string Where, Limit Limit, string Above, PipelineSettings Settings);

/// <summary>The limits of the pipeline as rates: arithmetic, which the simulation has to agree with.</summary>
internal static class Thresholds
{
    private const int NewAccountConcurrency = 10;
    private const double Mebibyte = 1_024 * 1_024;

    private static readonly PipelineSettings Wide = new()
    {
        Concurrency = 100_000, FirehoseMebibytes = 1_000, TableWrites = 1_000_000, WarmWrites = 1_000_000,
    };

    public static IReadOnlyList<Threshold> All { get; } =
    [
        Requests("a new account", NewAccountConcurrency),
        Requests("any other account", (int)Quotas.AccountConcurrency.Value),
        new(
            Quotas.NewTableWrites.Value,
            "a sudden peak, on a new on-demand table",
            Limit.OnDemandWrites,
            "hits are lost after the skill's second of retries; an older table takes twice its previous peak",
            Wide with { WarmWrites = (int)Quotas.NewTableWrites.Value }),
        new(
            Quotas.TableWrites.Value,
            "any table",
            Limit.TableQuota,
            "hits are lost after the skill's second of retries",
            Wide with { TableWrites = (int)Quotas.TableWrites.Value }),
        Bytes("other regions", Quotas.OtherRegionMebibytes.Value),
        Bytes("N. Virginia, Oregon, Ireland", Quotas.LargeRegionMebibytes.Value),
    ];

    private static Threshold Requests(string where, int executions) => new(
        executions * Quotas.RequestsAnExecution.Value,
        where,
        Limit.Concurrency,
        "users hear of a problem, and no hit is written: a request counts a tenth of an execution, however short it is",
        Wide with { Concurrency = executions });

    private static Threshold Bytes(string where, double mebibytes) => new(
        mebibytes * Mebibyte / Measured.LineBytes,
        where,
        Limit.FirehoseBytes,
        "nothing is lost: hits wait in the stream, up to 23 hours, and come late",
        Wide with { FirehoseMebibytes = mebibytes });
}
