using AlexaSkill.Requests;

namespace AlexaSkill.Responses;

/// <summary>
/// Keeps the directives of responses to what Alexa takes; with more than that she refuses the whole response (INVALID_RESPONSE). A Dialog
/// directive goes out only in answer to a launch or an intent: elsewhere the speech and the reprompt ask. Beside it go no APL directives: the
/// conversation counts for more than the picture. Dialog.UpdateDynamicEntities asks nothing, and is none of these.
/// </summary>
public static class DirectiveRules
{
    private const string AplPrefix = "Alexa.Presentation.";
    private const string DialogPrefix = "Dialog.";
    private const string DynamicEntities = "Dialog.UpdateDynamicEntities";

    /// <summary>Leaves out the directives that Alexa would refuse a response for.</summary>
    /// <param name="envelope">The response.</param>
    /// <param name="request">What it answers.</param>
    /// <returns>The response that Alexa takes.</returns>
    /// <exception cref="InvalidOperationException">It has several Dialog directives; there is no telling which one is meant.</exception>
    public static ResponseEnvelope Fit(ResponseEnvelope envelope, RequestEnvelope request)
    {
        var directives = envelope.Response.Directives ?? [];
        var asking = directives.Count(IsDialog);
        if (asking == 0)
        {
            return envelope;
        }

        if (asking > 1)
        {
            throw new InvalidOperationException($"The response has {asking} Dialog directives, and Alexa takes one: build the one that asks next.");
        }

        Directive[] left = [.. directives.Where(directive => request.TakesDialogDirectives ? !IsApl(directive) : !IsDialog(directive))];
        return envelope with { Response = envelope.Response with { Directives = left.Length > 0 ? left : null } };
    }

    private static bool IsDialog(Directive directive) =>
        directive.Type.StartsWith(DialogPrefix, StringComparison.Ordinal) && directive.Type != DynamicEntities;

    private static bool IsApl(Directive directive) => directive.Type.StartsWith(AplPrefix, StringComparison.Ordinal);
}
