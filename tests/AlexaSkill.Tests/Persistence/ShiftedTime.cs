namespace AlexaSkill.Tests.Persistence;

/// <summary>The system's clock, set forward by what a test says.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
