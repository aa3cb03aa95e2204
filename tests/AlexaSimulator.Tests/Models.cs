using AlexaSimulator.InteractionModels;

namespace AlexaSimulator.Tests;

/// <summary>The models that the simulator is tried with: those of this repository's skill.</summary>
internal static class Models
{
    public static VoiceModels All { get; } = new(Checkout.Find("alexa", "interactionModels", "custom"));

    public static VoiceModel Of(string locale) => All.Of(locale);
}
