using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Http;

/// <summary>
/// Keeps attributes in a persistence service. One service token serves one skill and has one entry, so each user's attributes lie in that
/// entry under the key generator's key; saving reads the entry and writes it back, with the service's entity tag where it sends one. The
/// entry's size bounds the number of users: <see cref="PersistenceServiceOptions.MaxEntryBytes"/>.
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
            null => new StoredAttributes([], new StoredState(false)),
            JsonObject values => new StoredAttributes((JsonObject)values.DeepClone(), new StoredState(true, values)),
            _ => throw new PersistenceException(
                PersistenceFailure.Unreadable,
                "The skill's data in the persistence service holds something else than an object for this user. "
                + "Another program uses the same service token: give each its own, and delete the value; "
                + $"the SHA-256 of its key begins with {KeyGenerators.Fingerprint(key)}."),
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
                Require(attributes.State, data[key]);
                data[key] = attributes.Values.DeepClone();
                return true;
            },
            cancellationToken);
        return attributes with { State = new StoredState(true, attributes.Values.DeepClone()) };
    }

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        var key = keyGenerator.KeyOf(request);
        return service.ChangeAsync(
            data =>
            {
                Require(state, data[key]);
                return data.Remove(key);
            },
            cancellationToken);
    }

    // The values themselves tell one state from another: who meets the same ones loses nothing.
    private static void Require(StoredState? state, JsonNode? found)
    {
        if (state is not null && !JsonNode.DeepEquals(state.Tag as JsonNode, found))
        {
            throw new PersistenceException(
                PersistenceFailure.Conflict,
                "Somebody else has saved to the persistence service since the attributes were read. "
                + "Read them again and repeat the change, as ChangePersistentAttributesAsync does.");
        }
    }
}
