using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using AlexaSkill.Requests;
using AlexaSkill.Responses;

namespace AlexaSkill.Services;

/// <summary>
/// Says something while the answer is still being made, by Alexa's Progressive Response API. The request's token goes to Alexa's own hosts
/// alone, and to this machine for local runs.
/// </summary>
/// <param name="http">The client to use; where it follows redirects, .NET leaves the token out.</param>
public sealed class ProgressiveResponses(HttpClient http)
{
    /// <summary>The longest text, in characters of SSML.</summary>
    public const int MaxSpeechLength = 600; // Alexa: directive.speech

    private const string AlexaDomain = "amazonalexa.com";

    /// <summary>Whether something can be said before the answer to a request.</summary>
    /// <param name="envelope">The request.</param>
    /// <returns>Whether it is a launch or an intent, and carries an id, a token, and the address of an Alexa host.</returns>
    public static bool Takes(RequestEnvelope envelope) => Target(envelope) is not null;

    /// <summary>Says something before the answer to a request; Alexa takes five of these for a request.</summary>
    /// <param name="envelope">The request.</param>
    /// <param name="text">Plain text; it is escaped, and shortened where it is too long.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when Alexa has taken it.</returns>
    /// <exception cref="InvalidOperationException">The request takes none; ask <see cref="Takes"/> first.</exception>
    /// <exception cref="HttpRequestException">Alexa is out of reach, or refuses.</exception>
    public async Task SpeakAsync(RequestEnvelope envelope, string text, CancellationToken cancellationToken = default)
    {
        var address = Target(envelope)
            ?? throw new InvalidOperationException($"The request takes no progressive response. Ask {nameof(Takes)} first.");
        using var directive = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", envelope.Context!.System!.ApiAccessToken) },
            Content = new ReadOnlyMemoryContent(Directive(envelope.Request.RequestId!, Ssml.Shorten(Ssml.Speak(text), MaxSpeechLength)))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        using var answer = await http.SendAsync(directive, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static Uri? Target(RequestEnvelope envelope) =>
        envelope is { Request: { Type: RequestTypes.Launch or RequestTypes.Intent, RequestId.Length: > 0 }, Context.System: { } system }
        && IsToken(system.ApiAccessToken)
        && Uri.TryCreate(system.ApiEndpoint, UriKind.Absolute, out var endpoint)
        && IsTrusted(endpoint)
            ? new UriBuilder(endpoint) { Path = $"{endpoint.AbsolutePath.TrimEnd('/')}/v1/directives", Query = "", Fragment = "" }.Uri
            : null;

    // What else stands there would be no header, or two.
    private static bool IsToken(string? token) => token is { Length: > 0 } && token.All(character => character is > ' ' and <= '~');

    private static bool IsTrusted(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttps
        ? endpoint.IsLoopback || IsAlexa(endpoint.IdnHost)
        : endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback;

    private static bool IsAlexa(string host) =>
        host == AlexaDomain || host.EndsWith($".{AlexaDomain}", StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Directive(string requestId, string ssml)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteStartObject("header");
        writer.WriteString("requestId", requestId);
        writer.WriteEndObject();
        writer.WriteStartObject("directive");
        writer.WriteString("type", "VoicePlayer.Speak");
        writer.WriteString("speech", ssml);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }
}
