using System.Collections.Concurrent;

namespace AlexaSimulator.InteractionModels;

/// <summary>The interaction models of a skill package: a folder with a file for each locale, such as <c>en-US.json</c>.</summary>
public sealed class VoiceModels
{
    private readonly string folder;
    private readonly ConcurrentDictionary<string, VoiceModel> models = new(StringComparer.Ordinal);

    /// <summary>Finds the models in a folder; each is read when it is first asked for.</summary>
    /// <param name="folder">The folder, such as <c>skill-package/interactionModels/custom</c>.</param>
    /// <exception cref="SimulatorException">There is no such folder, or no model in it.</exception>
    public VoiceModels(string folder)
    {
        this.folder = folder;
        Locales = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!]
            : throw new SimulatorException($"There is no folder {folder}; it has to hold an interaction model a locale, such as en-US.json.");
        if (Locales.Count == 0)
        {
            throw new SimulatorException($"The folder {folder} holds no interaction model; it has to hold one a locale, such as en-US.json.");
        }
    }

    /// <summary>The locales that have a model, in the order of their names.</summary>
    public IReadOnlyList<string> Locales { get; }

    /// <summary>Gives the model of a locale.</summary>
    /// <param name="locale">The locale, such as en-US.</param>
    /// <returns>The model; the same each time.</returns>
    /// <exception cref="SimulatorException">There is no model for it, or it cannot be used.</exception>
    public VoiceModel Of(string locale) => models.GetOrAdd(locale, Load);

    private VoiceModel Load(string locale) => Locales.Contains(locale)
        ? VoiceModel.Load(Path.Combine(folder, $"{locale}.json"))
        : throw new SimulatorException($"There is no model for {locale} in {folder}; it has {string.Join(", ", Locales)}.");
}
