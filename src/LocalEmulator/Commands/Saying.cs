using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;

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
    /// <summary>Says it; without a locale, the conversation's own is spoken. The exit code is 0 where Alexa takes the skill's response.</summary>
    public async Task<int> ExecuteAsync(string utterance, string? locale, bool screen, CancellationToken cancellationToken)
    {
        var saved = await OpenAsync(locale, screen, cancellationToken);
        RunningSkill? skill = null;
        var conversation = new Conversation(
            models.Of(saved.Locale),
            async (request, token) => (await skill!.InvokeAsync(request, token)).Response(),
            Speaker.Options(skillId, saved.Screen),
            saved.Session);
        var request = conversation.Hear(utterance);
        await using var running = skill = await startAsync(cancellationToken);
        var turn = await conversation.SendAsync(request, cancellationToken);
        new TurnPrinter(terminal) { PrintsJson = printsJson }.Print(turn, conversation.State);
        if (sessionFile is null && conversation.State is not null && turn.Succeeded && !printsJson)
        {
            terminal.Note("The next 'say' begins anew: give each 'say' of a conversation the same --session FILE to go on, or use 'talk'.");
        }

        if (sessionFile is not null)
        {
            await (saved with { Session = conversation.State }).WriteAsync(sessionFile, cancellationToken);
        }

        await skill.FinishAsync(cancellationToken);
        return turn.Succeeded ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private async Task<SavedSession> OpenAsync(string? locale, bool screen, CancellationToken cancellationToken)
    {
        if (sessionFile is not null)
        {
            SavedSession.EnsureWritable(sessionFile);
        }

        var saved = sessionFile is null ? null : await SavedSession.ReadAsync(sessionFile, models, cancellationToken);
        if (saved?.Session is null)
        {
            return new SavedSession(locale ?? saved?.Locale ?? Speaker.DefaultOf(models), screen || saved?.Screen == true);
        }

        return locale is null || locale == saved.Locale
            ? saved
            : throw new EmulatorException(
                $"The session in {sessionFile} is in {saved.Locale}; end it with 'say', or delete the file, before speaking {locale}.");
    }
}
