using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>The usual keys of stored attributes.</summary>
public static class KeyGenerators
{
    private const int FingerprintLength = 12; // hexadecimal digits, enough to tell keys apart in a log

    /// <summary>The key generators by the names that settings use: userId, deviceId, personId and applicationId.</summary>
    public static IReadOnlyDictionary<string, KeyGenerator> ByName { get; } = new Dictionary<string, KeyGenerator>
    {
        ["userId"] = UserId,
        ["deviceId"] = DeviceId,
        ["personId"] = PersonId,
        ["applicationId"] = ApplicationId,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One set of attributes for each account.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The user id.</returns>
    /// <exception cref="PersistenceException">The request carries none.</exception>
    public static string UserId(RequestEnvelope request) => Required(request.UserId, "user id (context.System.user.userId)");

    /// <summary>One set of attributes for each device.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The device id.</returns>
    /// <exception cref="PersistenceException">The request carries none.</exception>
    public static string DeviceId(RequestEnvelope request) =>
        Required(request.Context?.System?.Device?.DeviceId, "device id (context.System.device.deviceId)");

    /// <summary>One set of attributes for each recognised speaker, and one for all others of the account.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The person id; the user id where the speaker was not recognised.</returns>
    /// <exception cref="PersistenceException">The request carries neither.</exception>
    public static string PersonId(RequestEnvelope request) =>
        request.Context?.System?.Person?.PersonId is { Length: > 0 } person ? person : UserId(request);

    /// <summary>One set of attributes for all who use the skill.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The skill's id.</returns>
    /// <exception cref="PersistenceException">The request carries none.</exception>
    public static string ApplicationId(RequestEnvelope request) =>
        Required(request.ApplicationId, "skill id (context.System.application.applicationId)");

    /// <summary>Makes a request's key and sees that there is one.</summary>
    /// <param name="generator">What makes keys; null for <see cref="UserId"/>.</param>
    /// <param name="request">The request.</param>
    /// <returns>The key.</returns>
    /// <exception cref="PersistenceException">There is no key.</exception>
    public static string KeyOf(this KeyGenerator? generator, RequestEnvelope request) =>
        Required((generator ?? UserId)(request), "id that the skill's own key generator takes");

    /// <summary>What a message may show of a key, which holds a user's id.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The first 12 hexadecimal digits of the key's SHA-256.</returns>
    public static string Fingerprint(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..FingerprintLength];

    private static string Required(string? id, string name) => string.IsNullOrEmpty(id)
        ? throw new PersistenceException(
            PersistenceFailure.MissingKey,
            $"The request carries no {name}, so it has no stored attributes. "
            + "Use another key generator, or answer such requests without them.")
        : id;
}
