namespace Tables;

/// <summary>What an index holds of a document, and so what a query by status gives.</summary>
public sealed record IndexProjection
{
    private IndexProjection(string type, params IReadOnlyList<string> attributes) => (Type, Attributes) = (type, attributes);

    /// <summary>Every attribute.</summary>
    public static IndexProjection All { get; } = new("ALL");

    /// <summary>The keys of table and index alone.</summary>
    public static IndexProjection KeysOnly { get; } = new("KEYS_ONLY");

    /// <summary>DynamoDB's name: ALL, KEYS_ONLY or INCLUDE.</summary>
    public string Type { get; }

    /// <summary>The attributes that an INCLUDE names; empty otherwise.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The keys, and attributes that are named.</summary>
    /// <param name="attributes">The names, at least one.</param>
    /// <returns>The projection.</returns>
    /// <exception cref="ArgumentException">No attribute is named.</exception>
    public static IndexProjection Include(params string[] attributes) => attributes.Length > 0
        ? new("INCLUDE", attributes)
        : throw new ArgumentException($"An INCLUDE names at least one attribute; use {nameof(KeysOnly)} for none.", nameof(attributes));
}
