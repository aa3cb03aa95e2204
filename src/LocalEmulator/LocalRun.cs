using Analytics;
using LocalEmulator.Commands;

namespace LocalEmulator;

/// <summary>The program of one skill's local run.</summary>
public static class LocalRun
{
    /// <summary>Runs a command line: <c>run</c>, <c>say</c>, <c>query</c> and others, as <c>--help</c> lists them.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="project">The project that is run, for usage lines.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(SkillDefinition skill, string project, string[] arguments) =>
        CommandLine.RunAsync(skill, project, arguments);
}
