namespace AlexaSkill.Responses;

/// <summary>Keeps responses within what Alexa takes; beyond it Alexa says nothing but an error.</summary>
public static class ResponseLimits
{
    /// <summary>The longest response, in bytes of JSON with the session attributes.</summary>
    public const int MaxBytes = 24_000; // Alexa: 24 KB; by the stricter reading

    /// <summary>The longest speech, and the longest reprompt, in characters of SSML.</summary>
    public const int MaxSpeechLength = 8_000; // Alexa: outputSpeech

    /// <summary>The longest card, title, text and addresses of pictures together, in characters.</summary>
    public const int MaxCardLength = 8_000; // Alexa: card

    // What is left of a speech where the whole response is too large.
    private const int LeastSpeechLength = 250;

    /// <summary>
    /// Makes a response fit: speech, reprompt and card are shortened where they are too long; where the whole is too large the card goes, or
    /// the APL directives, or both; and where that isn't enough speech and reprompt are shortened further.
    /// </summary>
    /// <param name="envelope">The response.</param>
    /// <returns>The response that fits.</returns>
    /// <exception cref="ResponseTooLargeException">Session attributes and other directives alone are too large.</exception>
    public static ResponseEnvelope Fit(ResponseEnvelope envelope)
    {
        var fitting = ShorterTo(envelope, MaxSpeechLength);
        foreach (var candidate in Candidates(fitting))
        {
            if (candidate.ToUtf8Json().Length <= MaxBytes)
            {
                return candidate;
            }
        }

        throw new ResponseTooLargeException(
            Candidates(fitting).Last().ToUtf8Json().Length,
            new ResponseEnvelope(fitting.SessionAttributes, new Response()).ToUtf8Json().Length - ResponseEnvelope.Empty.ToUtf8Json().Length);
    }

    private static IEnumerable<ResponseEnvelope> Candidates(ResponseEnvelope envelope)
    {
        yield return envelope;
        yield return WithoutCard(envelope);
        yield return WithoutApl(envelope);
        var spoken = WithoutApl(WithoutCard(envelope));
        yield return spoken;
        for (var length = MaxSpeechLength / 2; length >= LeastSpeechLength; length /= 2)
        {
            yield return ShorterTo(spoken, length);
        }
    }

    private static ResponseEnvelope ShorterTo(ResponseEnvelope envelope, int length) => envelope with
    {
        Response = envelope.Response with
        {
            OutputSpeech = Shorter(envelope.Response.OutputSpeech, length),
            Reprompt = envelope.Response.Reprompt is { } reprompt ? new Reprompt(Shorter(reprompt.OutputSpeech, length)!) : null,
            Card = Shorter(envelope.Response.Card),
        },
    };

    private static OutputSpeech? Shorter(OutputSpeech? speech, int length) =>
        speech is null || speech.Ssml.Length <= length ? speech : speech with { Ssml = Ssml.Shorten(speech.Ssml, length) };

    private static Card? Shorter(Card? card)
    {
        switch (card)
        {
            case SimpleCard simple:
                var (title, content) = Shorter(simple.Title, simple.Content, 0);
                return new SimpleCard(title, content);
            case StandardCard standard:
                var image = (standard.Image?.SmallImageUrl?.Length ?? 0) + (standard.Image?.LargeImageUrl?.Length ?? 0);
                var (header, text) = Shorter(standard.Title, standard.Text, image);
                return standard with { Title = header, Text = text };
            default:
                return card;
        }
    }

    private static (string Title, string Text) Shorter(string title, string text, int others)
    {
        var shortTitle = Cut(title, MaxCardLength / 2);
        return (shortTitle, Cut(text, Math.Max(0, MaxCardLength - shortTitle.Length - others)));
    }

    /// <summary>The beginning of a text; no character is cut in two.</summary>
    private static string Cut(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static ResponseEnvelope WithoutCard(ResponseEnvelope envelope) => envelope.Response.Card is SimpleCard or StandardCard
        ? envelope with { Response = envelope.Response with { Card = null } }
        : envelope; // a card that asks for an account or a permission is no ornament

    private static ResponseEnvelope WithoutApl(ResponseEnvelope envelope)
    {
        var others = envelope.Response.Directives?.Where(directive => directive is not (RenderDocumentDirective or ExecuteCommandsDirective));
        return envelope with { Response = envelope.Response with { Directives = others?.ToArray() is { Length: > 0 } left ? left : null } };
    }
}
