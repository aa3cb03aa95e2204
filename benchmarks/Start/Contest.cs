using System.Text.Json.Nodes;

namespace Benchmarks.Start;

/// <summary>One of our functions and its peer.</summary>
/// <param name="Function">Our function's name.</param>
/// <param name="Peer">The peer's script.</param>
/// <param name="Event">Makes an event for one invocation.</param>
internal sealed record Contest(string Function, string Peer, Func<JsonNode> Event);
