using Analytics;

namespace Cdk;

/// <summary>How hits are delivered to the bucket and kept there.</summary>
/// <param name="BufferSeconds">Seconds that Firehose gathers before it writes an object.</param>
/// <param name="BufferMebibytes">Mebibytes that Firehose gathers before it writes an object.</param>
/// <param name="InfrequentAccessDays">Days after which objects cost less to keep and more to read; 0 = never.</param>
/// <param name="ExpireDays">Days after which objects are deleted; 0 = never.</param>
internal sealed record DeliverySettings(int BufferSeconds, int BufferMebibytes, int InfrequentAccessDays, int ExpireDays)
{
    private const int LeastDaysUntilInfrequentAccess = 30; // S3: a transition to Standard-IA may not be earlier

    /// <summary>Reads the settings.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="ContextException">A value is not what it has to be.</exception>
    public static DeliverySettings Read(ContextReader context)
    {
        var settings = new DeliverySettings(
            context.Number("bufferSeconds", Pipeline.BufferSeconds, 0, 900, "seconds"),
            context.Number("bufferMebibytes", Pipeline.BufferMebibytes, 1, 128, "mebibytes"),
            context.Number("infrequentAccessDays", LeastDaysUntilInfrequentAccess, 0, 36_500, "days (0 = never)"),
            context.Number("expireDays", 0, 0, 36_500, "days (0 = never)"));
        return settings switch
        {
            { InfrequentAccessDays: > 0 and < LeastDaysUntilInfrequentAccess } => throw new ContextException(
                $"infrequentAccessDays is '{settings.InfrequentAccessDays}': "
                + $"S3 allows {LeastDaysUntilInfrequentAccess} or more, or 0 for never."),
            { ExpireDays: > 0, InfrequentAccessDays: var days and > 0 } when settings.ExpireDays <= days => throw new ContextException(
                $"expireDays is '{settings.ExpireDays}': it has to be more than infrequentAccessDays, {settings.InfrequentAccessDays}, "
                + "or that one 0."),
            _ => settings,
        };
    }
}
