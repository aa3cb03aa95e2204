namespace Tables;

/// <summary>An attribute that is a key.</summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="IsNumber">Whether its type is N; otherwise it is S.</param>
public sealed record TableKey(string Name, bool IsNumber = false);
