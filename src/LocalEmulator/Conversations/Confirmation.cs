namespace LocalEmulator.Conversations;

/// <summary>Whether a slot or an intent is confirmed, as requests and responses say it.</summary>
internal static class Confirmation
{
    /// <summary>Nobody has asked.</summary>
    public const string None = "NONE";

    /// <summary>The user said yes.</summary>
    public const string Confirmed = "CONFIRMED";

    /// <summary>The user said no.</summary>
    public const string Denied = "DENIED";
}
