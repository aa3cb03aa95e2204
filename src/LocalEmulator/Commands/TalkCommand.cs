using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The command <c>talk</c>: a conversation in the terminal.</summary>
internal static class TalkCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(SkillDefinition skill)
    {
        var locale = new Option<string?>("--locale")
        {
            Description = $"The locale that is spoken, one that has an interaction model; {Speaker.DefaultLocale} unless given.",
            HelpName = "L",
        };
        var screen = new Option<bool>("--screen") { Description = "Gives the device a screen." };
        var data = DataOption.Create(skill);
        var command = new Command("talk", "Talks with the skill as with Alexa, line by line, until the input ends.") { locale, screen, data };
        var target = SkillTarget.AddTo(skill, command, locale);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = new Terminal();
            var models = target.Models(parsed);
            await using var running = await target.StartAsync(parsed, DataOption.Resolve(parsed.GetValue(data), skill), terminal, cancellationToken);
            var spoken = parsed.GetValue(locale) ?? Speaker.DefaultOf(models);
            return await new Talking(models, target.SkillId(parsed), running, terminal, spoken, parsed.GetValue(screen)).ExecuteAsync(cancellationToken);
        });
        return command;
    }
}
