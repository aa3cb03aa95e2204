namespace AlexaSkill.Persistence;

/// <summary>Session attributes were asked for, and the request belongs to no session.</summary>
public sealed class OutOfSessionException() : InvalidOperationException(
    $"The request belongs to no session and has no session attributes. Ask {nameof(AttributesManager.HasSession)} first.");
