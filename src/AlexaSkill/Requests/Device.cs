using System.Text.Json;

namespace AlexaSkill.Requests;

/// <summary>The device that is spoken to.</summary>
/// <param name="DeviceId">Its id, as one skill sees it.</param>
/// <param name="SupportedInterfaces">What it can do, such as Alexa.Presentation.APL, with details.</param>
public sealed record Device(
    string? DeviceId,
    IReadOnlyDictionary<string, JsonElement>? SupportedInterfaces)
{
    /// <summary>Whether the device supports an interface.</summary>
    /// <param name="name">The interface's name, such as Alexa.Presentation.APL.</param>
    /// <returns>Whether it is listed.</returns>
    public bool Supports(string name) => SupportedInterfaces?.ContainsKey(name) == true;
}
