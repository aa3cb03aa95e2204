namespace AlexaSkill.Requests;

/// <summary>Who calls, from where.</summary>
/// <param name="Application">The skill.</param>
/// <param name="User">The account.</param>
/// <param name="Person">The speaker, where Alexa recognised the voice.</param>
/// <param name="Device">The device; null for requests that come from none.</param>
/// <param name="ApiEndpoint">The base address of the Alexa APIs for this request.</param>
/// <param name="ApiAccessToken">The token for those APIs; a secret.</param>
public sealed record SystemState(
    Application? Application,
    User? User,
    Person? Person,
    Device? Device,
    string? ApiEndpoint,
    string? ApiAccessToken);
