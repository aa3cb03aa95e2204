using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using FunctionHosting;
using Microsoft.Extensions.Logging;

namespace SkillHosting;

/// <summary>The function's edge: turns the bytes of a request into those of its answer, whatever happens in between.</summary>
/// <param name="skill">The skill.</param>
/// <param name="phrases">What is said where the skill's handlers don't answer.</param>
/// <param name="metrics">The metrics of each invocation.</param>
/// <param name="logger">Is told of what failed.</param>
public sealed class SkillEndpoint(Skill skill, EdgePhrases phrases, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>Answers an invocation.</summary>
    /// <param name="input">The request's JSON.</param>
    /// <param name="context">The invocation.</param>
    /// <returns>The answer's JSON.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return await skill.HandleAsync(input, Features.Of(context));
        }
        catch (UnreadableRequestException unreadable)
        {
            Log.Unreadable(logger, unreadable.Message);
            return Write(phrases.Unreadable);
        }
        catch (ForeignSkillException)
        {
            Log.ForeignSkill(logger);
            return Write(phrases.ForeignSkill);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What the skill's own failure handler did not get to see, or failed at.
            Log.Failed(logger, context.AwsRequestId, failure);
            return Write(phrases.Apology);
        }
        finally
        {
            metrics.Flush();
        }
    }

    private static MemoryStream Write(string phrase) =>
        new(new ResponseBuilder().Speak(phrase).EndSession().Build().ToUtf8Json());
}
