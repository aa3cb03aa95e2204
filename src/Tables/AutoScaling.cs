namespace Tables;

/// <summary>The bounds within which Application Auto Scaling moves a capacity.</summary>
/// <param name="MinUnits">The fewest units, from 1.</param>
/// <param name="MaxUnits">The most units, from <paramref name="MinUnits"/>.</param>
/// <param name="TargetUtilizationPercent">The share of the units that is to be in use, 20 to 90 percent.</param>
/// <remarks>
/// DynamoDB's API cannot set this: it is a scalable target and a scaling policy of another service, Application Auto Scaling, which a
/// stack deploys. Creating a table through this library sets <see cref="Capacity.Units"/> alone; the bounds are for the stack to read.
/// </remarks>
public sealed record AutoScaling(long MinUnits, long MaxUnits, int TargetUtilizationPercent = 70)
{
    private const int LowestTarget = 20; // Application Auto Scaling, DynamoDBReadCapacityUtilization and …WriteCapacityUtilization
    private const int HighestTarget = 90;

    /// <summary>The fewest units, from 1.</summary>
    public long MinUnits { get; } = MinUnits >= 1
        ? MinUnits
        : throw new ArgumentOutOfRangeException(nameof(MinUnits), MinUnits, "A capacity has at least 1 unit.");

    /// <summary>The most units, from <see cref="MinUnits"/>.</summary>
    public long MaxUnits { get; } = MaxUnits >= MinUnits
        ? MaxUnits
        : throw new ArgumentOutOfRangeException(nameof(MaxUnits), MaxUnits, $"The most units have to be at least the fewest, {MinUnits}.");

    /// <summary>The share of the units that is to be in use, 20 to 90 percent.</summary>
    public int TargetUtilizationPercent { get; } = TargetUtilizationPercent is >= LowestTarget and <= HighestTarget
        ? TargetUtilizationPercent
        : throw new ArgumentOutOfRangeException(
            nameof(TargetUtilizationPercent), TargetUtilizationPercent, $"The target has to be {LowestTarget} to {HighestTarget} percent.");
}
