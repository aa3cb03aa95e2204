using System.Globalization;

namespace AlexaSkill.Dispatch;

/// <summary>The turn took longer than it may; what it did is left alone.</summary>
/// <param name="limit">How long it may take.</param>
public sealed class TurnTimeoutException(TimeSpan limit) : AlexaSkillException(string.Create(
    CultureInfo.InvariantCulture, $"The turn was not over after {limit.TotalSeconds} s. Bound what its handler waits for."));
