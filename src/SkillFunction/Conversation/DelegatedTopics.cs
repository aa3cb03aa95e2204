using System.Collections.Concurrent;

namespace SkillFunction.Conversation;

/// <summary>
/// Where conversations stand whose last turn was left to Alexa: the session attributes of such a turn may not come back. It is a help for
/// sessions that stay with this process, as nearly all do.
/// </summary>
internal sealed class DelegatedTopics
{
    private const int MaxSessions = 1_000; // some hundred bytes each

    private readonly ConcurrentDictionary<string, Topic> topics = new(StringComparer.Ordinal);

    /// <summary>Keeps a topic for the session's next request.</summary>
    /// <param name="sessionId">The session; null = none.</param>
    /// <param name="topic">Where it stands.</param>
    public void Keep(string? sessionId, Topic topic)
    {
        if (topics.Count >= MaxSessions)
        {
            topics.Clear();
        }

        if (sessionId is not null)
        {
            topics[sessionId] = topic;
        }
    }

    /// <summary>Takes the topic of a session.</summary>
    /// <param name="sessionId">The session; null = none.</param>
    /// <returns>Where it stands; null where its last turn was not left to Alexa.</returns>
    public Topic? Take(string? sessionId) => sessionId is not null && topics.TryRemove(sessionId, out var topic) ? topic : null;
}
