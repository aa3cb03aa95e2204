namespace Tables;

/// <summary>One page of a longer answer.</summary>
/// <typeparam name="T">What the page lists.</typeparam>
/// <param name="Items">The page's items; there may be none though more pages follow.</param>
/// <param name="ContinuationToken">
/// What asks for the next page, or null where this is the last. It holds a key in readable form: keep it out of logs.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? ContinuationToken);
