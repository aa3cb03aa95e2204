using System.Text.Json;
using System.Text.Json.Serialization;
using LocalEmulator.InteractionModels;

namespace LocalEmulator.Conversations;

/// <summary>A conversation by hand, between two utterances.</summary>
/// <param name="Locale">The locale that is spoken.</param>
/// <param name="Screen">Whether the device has a screen.</param>
/// <param name="Session">The open session; null where none is.</param>
internal sealed record SavedSession(string Locale, bool Screen, SessionState? Session = null)
{
    /// <summary>Makes sure that a session file can be written, before anything is said that it has to keep.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="EmulatorException">It can't be written; the message says why.</exception>
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

        throw new EmulatorException($"The session file {path} can't be written: {reason.TrimEnd('.')}. Give --session the path of a file.");
    }

    /// <summary>Reads a session file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The conversation; null where there is no such file.</returns>
    /// <exception cref="EmulatorException">The file is no session file.</exception>
    public static async Task<SavedSession?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            var saved = JsonSerializer.Deserialize(json, SavedSessionJson.Default.SavedSession);
            return saved is not null && saved.IsSound() ? saved : throw Broken(path, null);
        }
        catch (JsonException broken)
        {
            throw Broken(path, broken);
        }
    }

    /// <summary>Writes a session file, whole or not at all.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that completes when it is written.</returns>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var draft = Draft(path);
        var json = JsonSerializer.SerializeToUtf8Bytes(this, SavedSessionJson.Default.SavedSession);
        await File.WriteAllBytesAsync(draft, json, cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    private static string Draft(string path) => $"{path}.new";

    /// <summary>What types alone don't tell: the file may have been written by hand, or for a model that has changed since.</summary>
    private bool IsSound() => VoiceModel.Locales.Contains(Locale)
        && Session is not { Attributes: { ValueKind: not JsonValueKind.Object } }
        && (Session?.Dialog is not { } dialog || IsSound(dialog));

    private bool IsSound(Dialog dialog) =>
        VoiceModel.Of(Locale).Intent(dialog.Intent) is not null && dialog.Slots.Values.All(slot => slot is not null);

    private static EmulatorException Broken(string path, JsonException? broken)
    {
        var place = broken?.LineNumber is { } line ? $" at line {line + 1}" : "";
        return new EmulatorException(
            $"The session file {path} is broken{place}: it has to be one that 'say' wrote. Delete it to begin anew.", broken);
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
