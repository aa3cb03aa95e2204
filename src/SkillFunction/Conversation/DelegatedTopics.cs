using System.Collections.Concurrent;

namespace SkillFunction.Conversation;

/// <summary>
/// Where conversations stand whose last turn was left to Alexa: the session attributes of such a turn may not come back. It is a help for
/// sessions that stay with this process, as nearly all do.
/// </summary>
internal sealed class DelegatedTopics
{
    private const int MaxSessions = 1_000; // some hundred bytes each

    private readonly ConcurrentDictionary<string, (string Told, Topic Topic)> topics = new(StringComparer.Ordinal);

    /// <summary>Keeps a topic for the session's next request.</summary>
    /// <param name="sessionId">The session; null = none.</param>
    /// <param name="told">The session's attributes as they came with the turn that is left to Alexa.</param>
    /// <param name="topic">Where it stands.</param>
    public void Keep(string? sessionId, string told, Topic topic)
    {
        if (topics.Count >= MaxSessions)
        {
            topics.Clear();
        }

        if (sessionId is not null)
        {
            topics[sessionId] = (told, topic);
        }
    }

    /// <summary>Takes the topic of a session.</summary>
    /// <param name="sessionId">The session; null = none.</param>
    /// <param name="told">The session's attributes as they come now: others than were kept, and somebody else has answered since.</param>
    /// <returns>Where it stands; null where its last turn was not left to Alexa, or the session itself tells more.</returns>
    public Topic? Take(string? sessionId, string told) =>
        sessionId is not null && topics.TryRemove(sessionId, out var kept) && kept.Told == told ? kept.Topic : null;
}
