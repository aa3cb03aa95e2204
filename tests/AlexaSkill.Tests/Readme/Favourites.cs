using AlexaSkill.Dispatch;
using AlexaSkill.Responses;

namespace TeaTime;

internal sealed class Favourites : IRequestInterceptor, IResponseInterceptor
{
    public static string? Of(HandlerInput input) => (string?)input.Attributes.RequestAttributes["favourite"];

    public async Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var stored = input.Envelope.UserId is null ? [] : await input.Attributes.GetPersistentAttributesAsync(cancellationToken);
        input.Attributes.RequestAttributes["favourite"] = stored["favourite"] is { } tea ? $"Last time you had {tea}." : null;
    }

    public async Task<ResponseEnvelope> ProcessAsync(HandlerInput input, ResponseEnvelope response, CancellationToken cancellationToken)
    {
        await input.Attributes.SavePersistentAttributesAsync(cancellationToken);
        return response;
    }
}
