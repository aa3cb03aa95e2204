using System.Text.Json;

namespace LocalEmulator.Conversations;

/// <summary>What goes to the skill at one point of a session.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SessionId">The session's id.</param>
/// <param name="NewSession">Whether the session begins here.</param>
/// <param name="Attributes">The session attributes; undefined where there are none.</param>
/// <param name="Time">When.</param>
/// <param name="Content">What.</param>
internal sealed record Turn(
    string RequestId,
    string SessionId,
    bool NewSession,
    JsonElement Attributes,
    DateTimeOffset Time,
    Content Content);

/// <summary>What a request says.</summary>
internal abstract record Content;

/// <summary>The user opens the skill.</summary>
internal sealed record Launch : Content;

/// <summary>The session ends from the user's side.</summary>
/// <param name="Reason">USER_INITIATED, EXCEEDED_MAX_REPROMPTS or ERROR.</param>
internal sealed record SessionEnded(string Reason) : Content;

/// <summary>The user says something.</summary>
/// <param name="Name">The intent.</param>
internal record Said(string Name) : Content;

/// <summary>The user says something about the pet to be found, or has said everything.</summary>
/// <param name="DialogState">STARTED, IN_PROGRESS or COMPLETED.</param>
/// <param name="Words">What has been said so far, by slot.</param>
internal sealed record PetWish(string DialogState, IReadOnlyDictionary<string, string> Words) : Said(Vocabulary.PetMatchIntent);
