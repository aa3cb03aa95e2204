namespace StreamToFirehoseFunction;

/// <summary>A column's value where it stands in the event: no copy is made before the line is written.</summary>
/// <param name="Start">The first byte's offset in the event.</param>
/// <param name="Length">The length in bytes; 0 for no value.</param>
/// <param name="IsEscaped">Whether the bytes hold JSON escapes.</param>
/// <param name="Kind">How the bytes become a field.</param>
internal readonly record struct AttributeSlice(int Start, int Length, bool IsEscaped, AttributeKind Kind);

/// <summary>How an attribute's bytes become a field.</summary>
internal enum AttributeKind
{
    /// <summary>As they are.</summary>
    Text,

    /// <summary>As a number in plain notation.</summary>
    Number,

    /// <summary>true as 1, false as 0: Athena reads no booleans in a numeric column.</summary>
    Flag,
}
