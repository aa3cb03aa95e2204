using Analytics;

namespace Cdk.Settings;

/// <summary>How hits are delivered to the bucket and kept there.</summary>
internal sealed record DeliverySettings(int BufferSeconds, int BufferMebibytes, int InfrequentAccessDays, int ExpireDays)
{
    private const int LeastDaysUntilInfrequentAccess = 30; // S3: a transition to Standard-IA may not be earlier

    /// <summary>Reads the settings.</summary>
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
