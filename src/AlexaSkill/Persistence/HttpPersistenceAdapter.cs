using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>
/// Keeps attributes in a persistence service. One service token serves one skill, so each user's attributes lie in the skill's data under
/// the key generator's key; saving reads the data and writes it back, with the service's entity tag where it sends one.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="keyGenerator">What makes the key of a request; null for the user id.</param>
public sealed class HttpPersistenceAdapter(PersistenceServiceClient service, KeyGenerator? keyGenerator = null) : IPersistenceAdapter
{
    /// <inheritdoc/>
    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var key = keyGenerator.KeyOf(request);
        var data = await service.ReadAsync(cancellationToken);
        return data.Values[key] switch
        {
            null => new StoredAttributes([]),
            JsonObject values => new StoredAttributes((JsonObject)values.DeepClone()),
            _ => throw new PersistenceException(
                PersistenceFailure.Unreadable,
                "The skill's data in the persistence service holds something else than an object for this user. "
                + "Another program uses the same service token: give each its own, and delete the value; "
                + $"the SHA-256 of its key begins with {ObjectKey.Hash(key)}."),
        };
    }

    /// <inheritdoc/>
    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        var key = keyGenerator.KeyOf(request);
        await service.ChangeAsync(
            data =>
            {
                data[key] = attributes.Values.DeepClone();
                return true;
            },
            cancellationToken);
        return attributes with { Version = null };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        var key = keyGenerator.KeyOf(request);
        return service.ChangeAsync(data => data.Remove(key), cancellationToken);
    }
}
