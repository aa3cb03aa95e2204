using SkillFunction.Conversation;

namespace SkillFunction.Tests.Conversation;

public sealed class DelegatedTopicsTests
{
    private const string Told = """{"question":"another"}""";

    private static readonly Topic Kept = new(Questions.Another);

    private readonly DelegatedTopics topics = new();

    [Fact]
    public void A_topic_is_for_the_sessions_next_request_alone()
    {
        topics.Keep("session", Told, Kept);

        topics.Take("other", Told).ShouldBeNull();
        topics.Take("session", Told).ShouldBe(Kept);
        topics.Take("session", Told).ShouldBeNull();
    }

    [Fact]
    public void A_topic_that_another_process_has_gone_on_from_is_forgotten()
    {
        topics.Keep("session", "{}", Kept);

        topics.Take("session", Told).ShouldBeNull();
        topics.Take("session", "{}").ShouldBeNull();
    }
}
