using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Requests of users that no other test has.</summary>
internal static class Asked
{
    public static RequestEnvelope ByAnyone() => By($"amzn1.ask.account.{Guid.NewGuid():N}");

    public static RequestEnvelope By(
        string? userId = null,
        string? deviceId = null,
        string? personId = null,
        string? applicationId = null,
        Session? session = null) => new(
        session,
        new RequestContext(new SystemState(
            applicationId is null ? null : new Application(applicationId),
            userId is null ? null : new User(userId),
            personId is null ? null : new Person(personId),
            deviceId is null ? null : new Device(deviceId, null),
            null,
            null)),
        new Request("LaunchRequest", "amzn1.echo-api.request.1", null, "en-US", null, null, null, null));
}
