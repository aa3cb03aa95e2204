using System.CommandLine;
using Analytics;

namespace LocalEmulator.Commands;

/// <summary>The command <c>say</c>: talks to the skill in a user's words.</summary>
internal static class SayCommand
{
    public static Command Create(SkillDefinition skill)
    {
        var utterance = new Argument<string[]>("UTTERANCE")
        {
            Description = "What the user says, in quotes.",
            Arity = ArgumentArity.OneOrMore,
        };
        utterance.Validators.Add(result =>
        {
            if (result.Tokens.Count > 1)
            {
                var whole = string.Join(' ', result.Tokens.Select(token => token.Value));
                result.AddError($"An utterance of several words needs quotes: say \"{whole}\".");
            }
            else if (!result.Tokens.Any(token => token.Value.Any(char.IsLetterOrDigit)))
            {
                result.AddError("UTTERANCE has no word; it has to be what somebody says.");
            }
        });
        var locale = new Option<string?>("--locale")
        {
            Description = $"The locale that is spoken, one that has an interaction model; {Speaker.DefaultLocale} unless given.",
            HelpName = "L",
        };
        var session = new Option<string?>("--session")
        {
            Description = "The file that keeps the conversation from one utterance to the next; created where it is missing.",
            HelpName = "FILE",
        };
        var screen = new Option<bool>("--screen") { Description = "Gives the device a screen (new conversations only)." };
        var json = new Option<bool>("--json") { Description = "Prints a JSON array, each request with its response, instead of what Alexa says." };
        var data = DataOption.Create(skill);
        var command = new Command("say", "Says something to the skill as to Alexa, and prints what she answers.")
        {
            utterance,
            locale,
            session,
            screen,
            json,
            data,
        };
        var target = SkillTarget.AddTo(skill, command, locale);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (directory, terminal) = (DataOption.Resolve(parsed.GetValue(data), skill), new Terminal());
            var saying = new Saying(
                target.Models(parsed),
                target.SkillId(parsed),
                token => target.StartAsync(parsed, directory, terminal, token),
                parsed.GetValue(session),
                parsed.GetValue(json),
                terminal);
            return saying.ExecuteAsync(
                parsed.GetRequiredValue(utterance)[0], parsed.GetValue(locale), parsed.GetValue(screen), cancellationToken);
        });
        return command;
    }
}
