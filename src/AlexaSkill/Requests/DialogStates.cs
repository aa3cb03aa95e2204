namespace AlexaSkill.Requests;

/// <summary>How far an intent's dialog has come.</summary>
public static class DialogStates
{
    /// <summary>The intent's first turn.</summary>
    public const string Started = "STARTED";

    /// <summary>A later turn.</summary>
    public const string InProgress = "IN_PROGRESS";

    /// <summary>Every required slot is filled.</summary>
    public const string Completed = "COMPLETED";
}
