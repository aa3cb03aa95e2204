using System.Text.Json;
using System.Text.Json.Serialization;
using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Sessions;

/// <summary>A conversation that is kept in a file between two utterances.</summary>
/// <param name="Locale">The locale that is spoken.</param>
/// <param name="Screen">Whether the device has a screen.</param>
/// <param name="Session">The open session; null where none is.</param>
public sealed record SavedSession(string Locale, bool Screen, SessionState? Session = null)
{
    /// <summary>Makes sure that a session file can be written, before anything is said that it has to keep.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="SimulatorException">It can't be written; the message says why.</exception>
    public static void EnsureWritable(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var reason = Directory.Exists(path) ? "it is a folder" : !Directory.Exists(folder) ? $"there is no folder {folder}" : null;
        try
        {
            if (reason is null)
            {
                File.Create(Draft(path)).Dispose();
                File.Delete(Draft(path));
                return;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reason = error.Message;
        }

        throw new SimulatorException($"The session file {path} can't be written: {reason.TrimEnd('.')}. Give the path of a file.");
    }

    /// <summary>Reads a session file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="models">The skill's interaction models, which the session has to fit.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <returns>The conversation; null where there is no such file.</returns>
    /// <exception cref="SimulatorException">The file is not a session file, or is one of another skill.</exception>
    public static async Task<SavedSession?> ReadAsync(string path, VoiceModels models, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            var saved = JsonSerializer.Deserialize(json, SavedSessionJson.Default.SavedSession);
            return saved is not null && saved.IsSound(models) ? saved : throw Broken(path, null);
        }
        catch (JsonException broken)
        {
            throw Broken(path, broken);
        }
    }

    /// <summary>Writes a session file, whole or not at all.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="cancellationToken">A token to cancel the writing.</param>
    /// <returns>A task that completes when it is written.</returns>
    public async Task WriteAsync(string path, CancellationToken cancellationToken = default)
    {
        var draft = Draft(path);
        var json = JsonSerializer.SerializeToUtf8Bytes(this, SavedSessionJson.Default.SavedSession);
        await File.WriteAllBytesAsync(draft, json, cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    private static string Draft(string path) => $"{path}.new";

    /// <summary>
    /// Whether the conversation fits a skill's models, which types alone don't tell: it may have been written by hand, or for a model that has
    /// changed since.
    /// </summary>
    /// <param name="models">The skill's models.</param>
    /// <returns>Whether it does.</returns>
    public bool IsSound(VoiceModels models) => models.Locales.Contains(Locale) && (Session?.Dialog is not { } dialog
        || (models.Of(Locale).Intent(dialog.Intent) is not null && dialog.Slots.Values.All(slot => slot is not null)));

    private static SimulatorException Broken(string path, JsonException? broken)
    {
        var place = broken?.LineNumber is { } line ? $" at line {line + 1}" : "";
        return new SimulatorException(
            $"The session file {path} is broken{place}: it has to be one that was written for this skill. Delete it to begin anew.", broken);
    }
}

/// <summary>Reads and writes session files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
[JsonSerializable(typeof(SavedSession))]
internal sealed partial class SavedSessionJson : JsonSerializerContext;
