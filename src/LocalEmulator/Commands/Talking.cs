using AlexaSimulator;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;

namespace LocalEmulator.Commands;

/// <summary>A conversation in the terminal, until the input ends.</summary>
internal sealed class Talking(VoiceModels models, string skillId, RunningSkill skill, Terminal terminal, string firstLocale, bool hasScreen)
{
    private const string Help =
        "/new begins a new session, /locale L speaks another language, /json shows requests and responses or hides them, /quit ends.";

    private readonly LineEditor lines = new("> ");
    private readonly TurnPrinter printer = new(terminal);
    private string locale = firstLocale;
    private Conversation? conversation;

    /// <summary>Talks.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        terminal.Note($"Talk to the skill in {locale}, such as \"{models.Of(locale).Opening}\". {Help}");
        while (await lines.ReadAsync(cancellationToken) is { } line && line.Trim() != "/quit")
        {
            try
            {
                await TakeAsync(line.Trim(), cancellationToken);
            }
            catch (SimulatorException mistake)
            {
                terminal.Note(mistake.Message);
            }
        }

        await skill.FinishAsync(cancellationToken);
        return CommandLine.Succeeded;
    }

    private Task TakeAsync(string line, CancellationToken cancellationToken)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["/new"]:
                Begin(locale);
                break;
            case ["/locale", var wanted]:
                Begin(wanted);
                break;
            case ["/json"]:
                printer.PrintsJson = !printer.PrintsJson;
                break;
            case [var command, ..] when command.StartsWith('/'):
                terminal.Note($"'{line}' is no command. {Help}");
                break;
            default:
                return line.Any(char.IsLetterOrDigit) ? SayAsync(line, cancellationToken) : Task.CompletedTask;
        }

        return Task.CompletedTask;
    }

    private void Begin(string wanted)
    {
        if (!models.Locales.Contains(wanted))
        {
            throw new SimulatorException($"There is no model for '{wanted}'; there are {string.Join(", ", models.Locales)}.");
        }

        (locale, conversation) = (wanted, null);
        terminal.Note($"A new session, in {locale}.");
    }

    private async Task SayAsync(string utterance, CancellationToken cancellationToken)
    {
        conversation ??= new Conversation(
            models.Of(locale),
            async (request, token) => (await skill.InvokeAsync(request, token)).Response(),
            Speaker.Options(skillId, hasScreen));
        printer.Print(await conversation.SayAsync(utterance, cancellationToken), conversation.State);
    }
}
