using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Generated conversations with the skill, several at a time; the same seed gives the same ones.</summary>
internal sealed class ConversationLoad(SkillTalk talk, int seed, SkillClient skill)
{
    private const int ConversationsInFlight = 16;

    /// <summary>Holds conversations; step is called after each.</summary>
    public Task HoldAsync(long count, Action step, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConversationsInFlight, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Numbers(count), options, async (number, token) =>
        {
            var conversation = new GeneratedConversation(talk, seed, number, TimeProvider.System);
            for (var request = conversation.Open(); request is not null;)
            {
                request = conversation.Next(await skill.SendAsync(request, request.ToUtf8Json(), token));
            }

            step();
        });
    }

    private static IEnumerable<long> Numbers(long count)
    {
        for (var number = 0L; number < count; number++)
        {
            yield return number;
        }
    }
}
