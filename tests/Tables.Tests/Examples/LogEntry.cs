using System.Text.Json.Serialization;

namespace Tables.Tests.Examples;

/// <summary>A log message and what has become of it.</summary>
/// <param name="UpdatedAt">When, UTC, as ISO 8601 text of one length: the key.</param>
/// <param name="Status">Such as open or done.</param>
/// <param name="Message">The text.</param>
/// <param name="Attempts">How often it was worked on.</param>
internal sealed record LogEntry(string UpdatedAt, string Status, string Message, int Attempts = 0);

[JsonSerializable(typeof(LogEntry))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class LogJson : JsonSerializerContext;
