using System.CommandLine;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Commands;

/// <summary>The command <c>say</c>: talks to the skill in a user's words.</summary>
internal static class SayCommand
{
    /// <summary>Makes the command.</summary>
    /// <returns>The command.</returns>
    public static Command Create()
    {
        var utterance = new Argument<string[]>("utterance")
        {
            Description = "What the user says, in quotes, such as \"find a pet\".",
            HelpName = "UTTERANCE",
            Arity = ArgumentArity.OneOrMore,
        };
        utterance.Validators.Add(result =>
        {
            if (result.Tokens.Count > 1)
            {
                var whole = string.Join(' ', result.Tokens.Select(token => token.Value));
                result.AddError($"An utterance of several words needs quotes: say \"{whole}\".");
            }
            else if (result.Tokens.All(token => Word.Of(token.Value).Count == 0))
            {
                result.AddError("UTTERANCE has no word; it has to be what somebody says, such as \"find a pet\".");
            }
        });
        var locale = new Option<string?>("--locale")
        {
            Description = $"The locale that is spoken: {string.Join(", ", VoiceModel.Locales)}; {Saying.DefaultLocale} unless given.",
            HelpName = "L",
        };
        locale.AcceptOnlyFromAmong([.. VoiceModel.Locales]);
        var session = new Option<string?>("--session")
        {
            Description = "The file that keeps the conversation from one utterance to the next; created where it is missing.",
            HelpName = "FILE",
        };
        var screen = new Option<bool>("--screen") { Description = "Gives the device a screen (new conversations only)." };
        var json = new Option<bool>("--json") { Description = "Prints a JSON array, each request with its response, instead of what Alexa says." };
        var data = DataOption.Create();
        var command = new Command("say", "Says something to the skill as to Alexa, and prints what she answers.")
        {
            utterance,
            locale,
            session,
            screen,
            json,
            data,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = DataOption.Resolve(parsed.GetValue(data));
            var saying = new Saying(directory, parsed.GetValue(session), parsed.GetValue(json), new Terminal());
            return saying.ExecuteAsync(
                parsed.GetRequiredValue(utterance)[0], parsed.GetValue(locale), parsed.GetValue(screen), cancellationToken);
        });
        return command;
    }
}
