using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using SkillFunction.Conversation;

namespace SkillFunction;

/// <summary>The function's edge: turns the bytes of a request into those of its answer, whatever happens in between.</summary>
/// <param name="skill">Answers requests.</param>
/// <param name="logger">Where refusals and failures are told.</param>
internal sealed class SkillEndpoint(Skill skill, ILogger logger)
{
    /// <summary>Answers an invocation.</summary>
    /// <param name="input">The request's JSON.</param>
    /// <param name="context">The invocation.</param>
    /// <returns>The answer's JSON.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        try
        {
            return await skill.HandleAsync(input, context);
        }
        catch (UnreadableRequestException unreadable)
        {
            Log.Unreadable(logger, unreadable.Message);
            return Write(Answers.Unreadable());
        }
        catch (ForeignSkillException)
        {
            Log.ForeignSkill(logger);
            return Write(Answers.ForeignSkill());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What the skill's own failure handler did not get to see, or failed at.
            Log.Failed(logger, context.AwsRequestId, failure);
            return Write(Answers.Apology());
        }
    }

    private static MemoryStream Write(ResponseEnvelope response) => new(response.ToUtf8Json());
}
