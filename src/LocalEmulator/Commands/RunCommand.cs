using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The command <c>run</c>, also without a name: conversations through the whole pipeline, and what they tell.</summary>
internal static class RunCommand
{
    private const long DefaultConversations = 200;

    public static Command Create(SkillDefinition skill)
    {
        var command = new Command("run", "Sends requests through the whole pipeline and answers the queries (the default).");
        Describe(command, skill);
        return command;
    }

    /// <summary>Gives a command the options and the action of <c>run</c>.</summary>
    public static void Describe(Command command, SkillDefinition skill)
    {
        var hits = new Option<long>("--conversations", "--hits")
        {
            Description = "How many conversations to hold.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultConversations,
            CustomParser = WholeNumber.Parser("--conversations", 0, WholeNumber.MaxCount),
        };
        var seed = SeedOption.Create();
        var data = DataOption.Create(skill);
        command.Add(hits);
        command.Add(seed);
        command.Add(data);
        command.SetAction((parsed, cancellationToken) =>
        {
            var terminal = new Terminal();
            var run = new Run(skill, SeedOption.Resolve(parsed.GetValue(seed), terminal), DataOption.Resolve(parsed.GetValue(data), skill), terminal);
            return run.ExecuteAsync(parsed.GetValue(hits), cancellationToken);
        });
    }
}
