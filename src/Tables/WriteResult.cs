namespace Tables;

/// <summary>What became of a write that has a condition.</summary>
public enum WriteResult
{
    /// <summary>The item was written.</summary>
    Written,

    /// <summary>Nothing was written: an item of that key exists.</summary>
    KeyPresent,

    /// <summary>Nothing was written: no item of that key exists.</summary>
    KeyMissing,
}
