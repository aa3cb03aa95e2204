namespace Tables;

/// <summary>What a table can read or write in a second.</summary>
/// <param name="Units">The units that a new table starts with, from 1: reads of 4 KB, or writes of 1 KB.</param>
/// <param name="AutoScaling">How a stack lets the units follow the load, or null where they stay.</param>
public sealed record Capacity(long Units, AutoScaling? AutoScaling = null);
