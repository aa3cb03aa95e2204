using AlexaSkill.Dispatch;
using AlexaSkill.Responses;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Memory;

namespace SkillFunction.Conversation;

/// <summary>Gives each request the memory of its user, and keeps what was used of it from expiring.</summary>
internal sealed class MemoryInterceptor(bool isKept, TimeProvider time, EmbeddedMetrics metrics, ILogger logger)
    : IRequestInterceptor, IResponseInterceptor
{
    /// <inheritdoc/>
    public Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        input.Features.Set(new UserMemory(input.Attributes, isKept, time, metrics, logger));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<ResponseEnvelope> ProcessAsync(HandlerInput input, ResponseEnvelope response, CancellationToken cancellationToken)
    {
        await input.Memory().RenewAsync(cancellationToken);
        return response;
    }
}
