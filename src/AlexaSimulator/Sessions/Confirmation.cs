namespace AlexaSimulator.Sessions;

/// <summary>Whether a slot or an intent is confirmed, as requests and responses say it.</summary>
internal static class Confirmation
{
    public const string None = "NONE";
    public const string Confirmed = "CONFIRMED";
    public const string Denied = "DENIED";
}
