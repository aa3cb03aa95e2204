using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction;

/// <summary>A column's value where it stands in the event: no copy is made before the line is written.</summary>
/// <param name="Text">Where it stands; empty for no value.</param>
/// <param name="Kind">How the bytes become a field.</param>
internal readonly record struct AttributeSlice(JsonString Text, AttributeKind Kind);

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
