using System.Security.Cryptography;
using AlexaSimulator.InteractionModels;
using AlexaSimulator.Sessions;
using LocalAws.Lambda;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Whoever talks by hand, and how the skill answers.</summary>
internal static class Speaker
{
    /// <summary>The locale of a conversation that begins without one, if the skill speaks it.</summary>
    public const string DefaultLocale = "en-US";

    /// <summary>The locale that a skill speaks unless another one is asked for.</summary>
    public static string DefaultOf(VoiceModels models) => models.Locales.Contains(DefaultLocale) ? DefaultLocale : models.Locales[0];

    /// <summary>It is always the same person that speaks, none that a run makes up: the skill may remember. Others have a number.</summary>
    public static AlexaOptions Options(string skillId, bool hasScreen, long number = -1) => GeneratedUser.Create(seed: 0, number).Options with
    {
        SkillId = skillId,
        HasScreen = hasScreen,
        Random = new Chance(RandomNumberGenerator.GetInt32(int.MaxValue), "say", 0),
    };

    /// <summary>The skill's response.</summary>
    /// <exception cref="SkillFailedException">The skill has failed.</exception>
    public static ReadOnlyMemory<byte> Response(this InvocationResult result) =>
        result.Error is { } error ? throw new SkillFailedException($"{error.Type}: {error.Message}") : result.Payload;
}
