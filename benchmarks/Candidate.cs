namespace Benchmarks;

/// <summary>One way to run a function.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">The program's arguments.</param>
/// <param name="Package">The folder that would be deployed.</param>
internal sealed record Candidate(string Name, string Program, IReadOnlyList<string> Arguments, string Package);
