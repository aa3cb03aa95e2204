using AlexaSkill.Persistence;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Microsoft.Extensions.Logging;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>Takes a request through what comes before its handler, the handler, and what comes after it.</summary>
/// <param name="router">Finds the handler.</param>
/// <param name="store">Where users are remembered.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures of the store are told.</param>
internal sealed class SkillPipeline(SkillRouter router, IPersistenceAdapter store, TimeProvider time, ILogger logger)
{
    /// <summary>Answers a request; what its handler has changed in the memory is saved, also where the handler failed after that.</summary>
    /// <param name="envelope">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async Task<ResponseEnvelope> AnswerAsync(RequestEnvelope envelope, CancellationToken cancellationToken)
    {
        using var memory = new UserMemory(new AttributesManager(envelope, store), store is not NoPersistenceAdapter, time, logger);
        try
        {
            return await router.AnswerAsync(new HandlerInput(envelope, memory), cancellationToken);
        }
        finally
        {
            await memory.SaveAsync(cancellationToken);
        }
    }
}
