using AlexaSkill.Requests;
using AlexaSkill.Responses;
using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using SkillFunction.Conversation;
using SkillFunction.Phrases;

namespace SkillFunction;

/// <summary>The function's edge: turns the bytes of a request into those of its answer, whatever happens in between.</summary>
/// <param name="pipeline">Answers requests.</param>
/// <param name="skillId">The only skill id answered; null answers any.</param>
/// <param name="logger">Where refusals and failures are told.</param>
internal sealed class SkillEndpoint(SkillPipeline pipeline, string? skillId, ILogger logger)
{
    /// <summary>Answers an invocation.</summary>
    /// <param name="input">The request's JSON.</param>
    /// <param name="context">The invocation.</param>
    /// <returns>The answer's JSON.</returns>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        using var request = new MemoryStream();
        await input.CopyToAsync(request);
        var response = await AnswerAsync(request.GetBuffer().AsMemory(0, (int)request.Length), context);
        return new MemoryStream(response.ToUtf8Json());
    }

    private async Task<ResponseEnvelope> AnswerAsync(ReadOnlyMemory<byte> request, ILambdaContext context)
    {
        try
        {
            var envelope = RequestEnvelope.Read(request.Span);
            if (skillId is null || envelope.ApplicationId == skillId)
            {
                return await pipeline.AnswerAsync(envelope, CancellationToken.None);
            }

            Log.ForeignSkill(logger);
            return Say(Phrase.ForeignSkill, envelope.Request.Locale);
        }
        catch (UnreadableRequestException unreadable)
        {
            Log.Unreadable(logger, unreadable.Message);
            return Say(Phrase.Unreadable);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A message could quote the request; type and place are enough to find the fault.
            Log.Failed(logger, context.AwsRequestId, failure.GetType().Name, failure.StackTrace);
            return Say(Phrase.Apology);
        }
    }

    private static ResponseEnvelope Say(string phrase, string? locale = null) =>
        new ResponseBuilder().Speak(PhraseBook.For(locale).Variants(phrase)[0]).EndSession().Build();
}
