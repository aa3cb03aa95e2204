using AlexaSkill.Dispatch;
using AlexaSkill.Responses;

namespace TeaTime;

internal sealed record Favourite(string? Tea);

internal sealed class Favourites : IRequestInterceptor, IResponseInterceptor
{
    public static string? Of(HandlerInput input) =>
        input.Features.Get<Favourite>().Tea is { } tea ? $"Last time you had {tea}." : null;

    public async Task ProcessAsync(HandlerInput input, CancellationToken cancellationToken)
    {
        var stored = input.Envelope.UserId is null ? [] : await input.Attributes.GetPersistentAttributesAsync(cancellationToken);
        input.Features.Set(new Favourite((string?)stored["favourite"]));
    }

    public async Task<ResponseEnvelope> ProcessAsync(HandlerInput input, ResponseEnvelope response, CancellationToken cancellationToken)
    {
        await input.Attributes.SavePersistentAttributesAsync(cancellationToken);
        return response;
    }
}
