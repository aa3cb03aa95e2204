using System.Security.Cryptography;
using LocalEmulator.Conversations;
using LocalEmulator.InteractionModels;
using LocalEmulator.Services;

namespace LocalEmulator.Commands;

/// <summary>One utterance of a conversation by hand, and what comes of it.</summary>
/// <param name="dataDirectory">Where table, bucket and logs are kept.</param>
/// <param name="sessionFile">Where the conversation is kept; null for one of a single utterance.</param>
/// <param name="printsJson">Whether requests and responses are printed rather than speech.</param>
/// <param name="terminal">Where it is printed.</param>
internal sealed class Saying(string dataDirectory, string? sessionFile, bool printsJson, Terminal terminal)
{
    /// <summary>The locale of a conversation that begins without one.</summary>
    public const string DefaultLocale = "en-US";

    private readonly List<byte[]> exchanges = [];

    /// <summary>Says it.</summary>
    /// <param name="utterance">What is said.</param>
    /// <param name="locale">The locale that the user asks for; null for that of the conversation.</param>
    /// <param name="screen">Whether a new conversation is with a screen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code: 0 where Alexa takes the skill's response.</returns>
    /// <exception cref="EmulatorException">The session file is broken or of another locale, or something cannot start.</exception>
    public async Task<int> ExecuteAsync(string utterance, string? locale, bool screen, CancellationToken cancellationToken)
    {
        var saved = await OpenAsync(locale, screen, cancellationToken);
        var model = VoiceModel.Of(saved.Locale);
        if (Call.Read(utterance, model).OtherSkill is { } name)
        {
            throw new EmulatorException(
                $"In {model.Locale} this skill is called '{model.InvocationName}'; Alexa would look for one called '{name}'.");
        }

        var chance = new Chance(RandomNumberGenerator.GetInt32(int.MaxValue), "say", 0);
        var alexa = new AlexaSession(model, Speaker(saved), chance, TimeProvider.System, saved.Session);
        var request = alexa.Hear(utterance);
        await using var emulator = await EmulatorStart.StartAsync(dataDirectory, terminal, cancellationToken);
        var succeeded = await ConverseAsync(emulator, alexa, model, request, cancellationToken);
        if (printsJson)
        {
            JsonOutput.PrintAll(exchanges);
        }

        if (sessionFile is not null)
        {
            await (saved with { Session = alexa.State }).WriteAsync(sessionFile, cancellationToken);
        }

        await terminal.WaitAsync("Delivering ...", _ => emulator.DrainAsync(cancellationToken));
        return succeeded ? CommandLine.Succeeded : CommandLine.Failed;
    }

    /// <summary>It is always the same person that speaks, none that a run makes up: the skill may remember.</summary>
    private static Person Speaker(SavedSession saved) =>
        Person.Create(seed: 0, number: -1) with { Locale = saved.Locale, HasScreen = saved.Screen };

    private async Task<SavedSession> OpenAsync(string? locale, bool screen, CancellationToken cancellationToken)
    {
        if (sessionFile is not null)
        {
            SavedSession.EnsureWritable(sessionFile);
        }

        var saved = sessionFile is null ? null : await SavedSession.ReadAsync(sessionFile, cancellationToken);
        if (saved?.Session is null)
        {
            return new SavedSession(locale ?? saved?.Locale ?? DefaultLocale, screen || saved?.Screen == true);
        }

        return locale is null || locale == saved.Locale
            ? saved
            : throw new EmulatorException(
                $"The session in {sessionFile} is in {saved.Locale}; end it with 'say', or delete the file, before speaking {locale}.");
    }

    private async Task<bool> ConverseAsync(
        Emulator emulator,
        AlexaSession alexa,
        VoiceModel model,
        AlexaRequest? request,
        CancellationToken cancellationToken)
    {
        var spoke = false;
        var succeeded = true;
        while (request is not null)
        {
            terminal.Note($"Alexa sends {Describe(alexa.Content!, model)}");
            var result = await emulator.InvokeSkillAsync(request.Json, cancellationToken);
            if (result.Error is { } error)
            {
                terminal.Note($"The skill failed with {error.Type}: {error.Message}".ReplaceLineEndings(" "));
                alexa.Drop();
                return false;
            }

            if (printsJson)
            {
                exchanges.Add(Exchange(request.Json, result.Payload));
            }

            var answer = alexa.Take(result.Payload);
            Print(answer);
            spoke |= answer.Speech is not null;
            succeeded &= answer.Problem is null;
            request = answer.Next;
        }

        PrintEnd(alexa, spoke);
        return succeeded;
    }

    private void Print(AlexaAnswer answer)
    {
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

    private void PrintEnd(AlexaSession alexa, bool spoke)
    {
        if (printsJson)
        {
            return;
        }

        if (!spoke)
        {
            terminal.Print("Alexa says nothing.");
        }

        terminal.Print(alexa.State switch
        {
            null => "The session has ended.",
            { Dialog.Question: { Kind: QuestionKind.ElicitSlot } question } => $"The session is open; Alexa has asked for {question.Slot}.",
            { Dialog.Question: not null } => "The session is open; Alexa has asked for a yes or no.",
            _ => "The session is open.",
        });
        if (sessionFile is null && alexa.State is not null)
        {
            terminal.Note("The next 'say' begins anew: give each 'say' of a conversation the same --session FILE to go on.");
        }
    }

    private static string Describe(Content content, VoiceModel model) => content switch
    {
        Launch => "LaunchRequest",
        SessionEnded ended => $"SessionEndedRequest {ended.Reason}",
        Said said => PlainText(string.Join(' ', Parts(said, model))),
        _ => content.ToString(),
    };

    private static IEnumerable<string> Parts(Said said, VoiceModel model)
    {
        yield return said.Intent;
        if (said.DialogState is { } state)
        {
            yield return state;
        }

        // In the model's order, with what the words mean.
        foreach (var slot in model.Intent(said.Intent)?.AllSlots ?? [])
        {
            if (said.Slots.TryGetValue(slot.Name, out var spoken))
            {
                var kind = model.Kind(said.Intent, slot.Name)!;
                var meanings = string.Join('|', kind.Resolve(spoken.Value).Select(value => value.Id ?? value.Name.Value));
                var meaning = kind.IsCustom && spoken.IsHeard ? $" ({(meanings.Length > 0 ? meanings : "no match")})" : "";
                yield return $"{slot.Name}=\"{spoken.Value}\"{meaning}";
            }
        }
    }

    private static byte[] Exchange(ReadOnlyMemory<byte> request, ReadOnlyMemory<byte> response) =>
        [.. "{\"request\":"u8, .. request.Span, .. ",\"response\":"u8, .. response.Span, .. "}"u8];

    private static string PlainText(string line) => AnswerText.Printable(line);
}
