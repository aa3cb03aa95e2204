namespace Benchmarks.Capacity;

/// <summary>
/// The executions that a function has room for. An execution is also room for ten requests a second, in the account's quota as in the rate
/// of growth. What it has grown to, it keeps: Lambda does not document for how long.
/// </summary>
internal sealed class ExecutionRamp(double executions)
{
    private double allowance = Quotas.RampUnits.Value;

    public double Executions { get; private set; } = executions;

    /// <summary>The executions that so many requests a second need.</summary>
    public static double Needed(double requests, double seconds) =>
        Math.Max(requests * seconds, requests / Quotas.RequestsAnExecution.Value);

    /// <summary>The requests a second that so many executions serve.</summary>
    public static double Served(double executions, double seconds) =>
        Math.Min(executions / seconds, executions * Quotas.RequestsAnExecution.Value);

    /// <summary>Grows for a second that needs so many executions; gives those that there are, at most so many.</summary>
    public double Grow(double needed, double most)
    {
        var grown = Math.Clamp(Math.Min(needed, most) - Executions, 0, allowance);
        Executions += grown;
        allowance = Math.Min(Quotas.RampUnits.Value, allowance - grown + (Quotas.RampUnits.Value / Quotas.RampSeconds.Value));
        return Math.Min(Executions, most);
    }
}
