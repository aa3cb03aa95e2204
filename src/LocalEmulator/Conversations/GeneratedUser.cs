using AlexaSimulator.Sessions;

namespace LocalEmulator.Conversations;

/// <summary>A user that is made up.</summary>
internal sealed record GeneratedUser(string UserId, string DeviceId, string? PersonId, string Locale, bool HasScreen)
{
    private const int IdLength = 128;

    private static readonly string[] Locales = ["en-US", "en-US", "en-US", "en-US", "en-US", "en-US", "en-GB", "en-GB", "en-GB", "de-DE"];

    public static GeneratedUser Create(int seed, long number)
    {
        var chance = new Chance(seed, "person", number);
        return new GeneratedUser(
            $"amzn1.ask.account.{chance.Letters(IdLength)}",
            $"amzn1.ask.device.{chance.Letters(IdLength)}",
            chance.Happens(10) ? $"amzn1.ask.person.{chance.Letters(IdLength)}" : null,
            chance.Pick(Locales),
            HasScreen: chance.Happens(35));
    }

    public AlexaOptions Options => new() { UserId = UserId, DeviceId = DeviceId, PersonId = PersonId, HasScreen = HasScreen };
}
