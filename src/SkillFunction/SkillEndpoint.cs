using AlexaSkill.Dispatch;
using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using FunctionHosting;
using Microsoft.Extensions.Logging;
using SkillFunction.Phrases;

namespace SkillFunction;

/// <summary>The function's edge: turns the bytes of a request into those of its answer, whatever happens in between.</summary>
internal sealed class SkillEndpoint(Skill skill, EmbeddedMetrics metrics, ILogger logger)
{
    /// <summary>Answers an invocation.</summary>
    /// <returns>The answer's JSON.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        try
        {
            return await skill.HandleAsync(input, Features.Of(context));
        }
        catch (UnreadableRequestException unreadable)
        {
            Log.Unreadable(logger, unreadable.Message);
            return Write(Phrase.Unreadable);
        }
        catch (ForeignSkillException)
        {
            Log.ForeignSkill(logger);
            return Write(Phrase.ForeignSkill);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What the skill's own failure handler did not get to see, or failed at.
            Log.Failed(logger, context.AwsRequestId, failure);
            return Write(Phrase.Apology);
        }
        finally
        {
            metrics.Flush();
        }
    }

    /// <summary>In English: nothing is known of who called.</summary>
    private static MemoryStream Write(string phrase) =>
        new(new ResponseBuilder().Speak(PhraseBook.For(null).Variants(phrase)[0]).EndSession().Build().ToUtf8Json());
}
