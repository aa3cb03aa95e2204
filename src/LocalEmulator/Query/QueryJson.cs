using System.Text.Json.Serialization;

namespace LocalEmulator.Query;

/// <summary>What goes to the SQL worker, a line each.</summary>
/// <param name="Sql">A query of Athena's dialect, or one statement or several of DuckDB's, the last one's rows come back.</param>
/// <param name="Athena">Whether it is Athena's.</param>
internal sealed record QueryMessage(string Sql, bool Athena);

/// <summary>What comes back, a line each: columns and rows, or an error.</summary>
/// <param name="Columns">The answer's columns.</param>
/// <param name="Rows">The answer's rows.</param>
/// <param name="Error">The first line of the engine's message.</param>
internal sealed record QueryReply(ResultColumn[]? Columns, string?[][]? Rows, string? Error);

/// <summary>The JSON between the emulator and the SQL worker.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueryMessage))]
[JsonSerializable(typeof(QueryReply))]
internal sealed partial class QueryJson : JsonSerializerContext;
