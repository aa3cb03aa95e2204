using System.Runtime.CompilerServices;
using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests;

/// <summary>The models that the simulator is tried with: those of this repository's skill.</summary>
internal static class Models
{
    /// <summary>The folder of these tests' sources.</summary>
    public static string Folder { get; } = SourceFolder();

    public static VoiceModels All { get; } = new(Path.GetFullPath(Path.Combine(Folder, "..", "..", "alexa", "interactionModels", "custom")));

    public static VoiceModel Of(string locale) => All.Of(locale);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
