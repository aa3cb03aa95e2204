using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Dispatch;

/// <summary>What handlers and interceptors of one request work with; all of them get the same one.</summary>
/// <param name="envelope">The request.</param>
/// <param name="attributes">The attributes of session and user.</param>
/// <param name="features">What the host gives along, such as Lambda's context; null = nothing.</param>
public sealed class HandlerInput(RequestEnvelope envelope, AttributesManager attributes, Features? features = null)
{
    /// <summary>All that Alexa sent.</summary>
    public RequestEnvelope Envelope => envelope;

    /// <summary>The request itself.</summary>
    public Request Request => envelope.Request;

    /// <summary>The attributes of session and user.</summary>
    public AttributesManager Attributes => attributes;

    /// <summary>What the host, the interceptors and the handlers of this request give each other.</summary>
    public Features Features { get; } = features ?? new();

    /// <summary>The name of the intent of an IntentRequest; null on requests of every other type, also where they carry an intent.</summary>
    public string? IntentName => Request.Type == RequestTypes.Intent ? Request.Intent?.Name : null;

    /// <summary>Finds a slot of the request's intent.</summary>
    /// <param name="name">The slot's name in the interaction model.</param>
    /// <returns>The slot, said or not; null where the request has none of that name.</returns>
    public Slot? Slot(string name) => Request.Intent?.Slot(name);
}
