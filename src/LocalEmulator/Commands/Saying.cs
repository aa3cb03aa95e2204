using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using AlexaSkill.Requests;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>One utterance of a conversation by hand, and what comes of it; without a session file it is the only one.</summary>
internal sealed class Saying(
    VoiceModels models,
    string skillId,
    Func<CancellationToken, Task<RunningSkill>> startAsync,
    string? sessionFile,
    bool printsJson,
    Terminal terminal)
{
    /// <summary>The locale of a conversation that begins without one, if the skill speaks it.</summary>
    public const string DefaultLocale = "en-US";

    /// <summary>Says it; without a locale, the conversation's own is spoken. The exit code is 0 where Alexa takes the skill's response.</summary>
    public async Task<int> ExecuteAsync(string utterance, string? locale, bool screen, CancellationToken cancellationToken)
    {
        var saved = await OpenAsync(locale, screen, cancellationToken);
        RunningSkill? skill = null;
        var conversation = new Conversation(
            models.Of(saved.Locale), (request, token) => InvokeAsync(skill!, request, token), Speaker(saved), saved.Session);
        var request = conversation.Hear(utterance);
        await using var running = skill = await startAsync(cancellationToken);
        var turn = await conversation.SendAsync(request, cancellationToken);
        foreach (var exchange in turn.Exchanges)
        {
            Print(exchange);
        }

        PrintEnd(turn, conversation.State);
        if (sessionFile is not null)
        {
            await (saved with { Session = conversation.State }).WriteAsync(sessionFile, cancellationToken);
        }

        await skill.FinishAsync(cancellationToken);
        return turn.Succeeded ? CommandLine.Succeeded : CommandLine.Failed;
    }

    /// <summary>It is always the same person that speaks, none that a run makes up: the skill may remember.</summary>
    private AlexaOptions Speaker(SavedSession saved) => GeneratedUser.Create(seed: 0, number: -1).Options with
    {
        SkillId = skillId,
        HasScreen = saved.Screen,
        Random = new Chance(RandomNumberGenerator.GetInt32(int.MaxValue), "say", 0),
    };

    private async Task<SavedSession> OpenAsync(string? locale, bool screen, CancellationToken cancellationToken)
    {
        if (sessionFile is not null)
        {
            SavedSession.EnsureWritable(sessionFile);
        }

        var saved = sessionFile is null ? null : await SavedSession.ReadAsync(sessionFile, models, cancellationToken);
        if (saved?.Session is null)
        {
            var usual = models.Locales.Contains(DefaultLocale) ? DefaultLocale : models.Locales[0];
            return new SavedSession(locale ?? saved?.Locale ?? usual, screen || saved?.Screen == true);
        }

        return locale is null || locale == saved.Locale
            ? saved
            : throw new EmulatorException(
                $"The session in {sessionFile} is in {saved.Locale}; end it with 'say', or delete the file, before speaking {locale}.");
    }

    private static async Task<ReadOnlyMemory<byte>> InvokeAsync(RunningSkill skill, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var result = await skill.InvokeAsync(request, cancellationToken);
        return result.Error is { } error ? throw new SkillFailedException($"{error.Type}: {error.Message}") : result.Payload;
    }

    private void Print(Exchange exchange)
    {
        terminal.Note($"Alexa sends {PlainText(Describe(exchange.Request.Request))}");
        if (exchange.Failure is { } failure)
        {
            terminal.Note($"The skill failed with {failure}".ReplaceLineEndings(" "));
        }

        var answer = exchange.Answer;
        if (answer.Problem is { } problem)
        {
            terminal.Note($"Alexa does not take the response: {problem}. She would say that there is a problem with the skill.");
        }

        foreach (var (label, text) in new[] { ("Alexa", answer.Speech), ("Card", answer.Card), ("Screen", answer.Screen) })
        {
            if (text is not null && !printsJson)
            {
                terminal.Print(PlainText($"{label}: {text}"));
            }
        }
    }

    private void PrintEnd(Turn turn, SessionState? state)
    {
        if (printsJson)
        {
            JsonOutput.Print(new JsonArray([.. turn.Exchanges.Where(exchange => exchange.Failure is null).Select(Json)]));
            return;
        }

        if (turn.Exchanges.Any(exchange => exchange.Failure is not null))
        {
            return;
        }

        if (turn.Speech is null)
        {
            terminal.Print("Alexa says nothing.");
        }

        terminal.Print(state switch
        {
            null => "The session has ended.",
            { Dialog.Question: { Kind: QuestionKind.ElicitSlot } question } => $"The session is open; Alexa has asked for {question.Slot}.",
            { Dialog.Question: not null } => "The session is open; Alexa has asked for a yes or no.",
            _ => "The session is open.",
        });
        if (sessionFile is null && state is not null)
        {
            terminal.Note("The next 'say' begins anew: give each 'say' of a conversation the same --session FILE to go on.");
        }
    }

    private static string Describe(Request request) => request.Intent is { } intent
        ? string.Join(' ', [intent.Name, .. new[] { request.DialogState }.OfType<string>(), .. (intent.Slots?.Values ?? []).Where(slot => slot.Spoken is not null).Select(Describe)])
        : $"{request.Type} {request.Reason}".TrimEnd();

    private static string Describe(Slot slot)
    {
        var meanings = string.Join('|', slot.Matches.Select(match => match.Id ?? match.Name));
        return $"{slot.Name}=\"{slot.Spoken}\"" + slot.Status switch
        {
            SlotStatus.Matched => $" ({meanings})",
            SlotStatus.NotMatched => " (no match)",
            _ => "",
        };
    }

    private static JsonObject Json(Exchange exchange) => new()
    {
        ["request"] = JsonOutput.Read(exchange.RequestJson),
        ["response"] = JsonOutput.Read(exchange.ResponseJson),
    };

    private static string PlainText(string line) => AnswerText.Printable(line);
}
