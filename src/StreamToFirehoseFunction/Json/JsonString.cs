namespace StreamToFirehoseFunction.Json;

/// <summary>A string where it stands in JSON.</summary>
/// <param name="Start">The offset of the first byte after the opening quote.</param>
/// <param name="Length">The length in bytes, without quotes.</param>
/// <param name="IsEscaped">Whether the bytes hold JSON escapes.</param>
internal readonly record struct JsonString(int Start, int Length, bool IsEscaped);
