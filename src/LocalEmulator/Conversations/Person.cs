namespace LocalEmulator.Conversations;

/// <summary>A user with a device.</summary>
/// <param name="UserId">The Alexa user id.</param>
/// <param name="DeviceId">The device's id.</param>
/// <param name="PersonId">The id of the recognized voice; null where none is recognized.</param>
/// <param name="Locale">The device's locale.</param>
/// <param name="HasScreen">Whether the device has a screen.</param>
internal sealed record Person(string UserId, string DeviceId, string? PersonId, string Locale, bool HasScreen)
{
    private const int IdLength = 128;

    private static readonly string[] Locales = ["en-US", "en-US", "en-US", "en-US", "en-US", "en-US", "en-GB", "en-GB", "en-GB", "de-DE"];

    /// <summary>Makes up a user.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="number">Which user.</param>
    /// <returns>The user, the same each time.</returns>
    public static Person Create(int seed, long number)
    {
        var chance = new Chance(seed, "person", number);
        return new Person(
            $"amzn1.ask.account.{chance.Letters(IdLength)}",
            $"amzn1.ask.device.{chance.Letters(IdLength)}",
            chance.Happens(10) ? $"amzn1.ask.person.{chance.Letters(IdLength)}" : null,
            chance.Pick(Locales),
            HasScreen: chance.Happens(35));
    }
}
