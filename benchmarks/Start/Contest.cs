using System.Text.Json.Nodes;

namespace Benchmarks.Start;

/// <summary>A function, and all ways to run it.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Candidates">The ways; the first one is what the others are held against.</param>
/// <param name="Event">Makes an event for one invocation.</param>
internal sealed record Contest(string Function, IReadOnlyList<Candidate> Candidates, Func<JsonNode> Event);
