using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace CoinFlip.Tests;

/// <summary>A store in memory for one user, which fails when told to.</summary>
internal sealed class MemoryStore : IPersistenceAdapter
{
    public JsonObject? Values { get; private set; }

    public bool Fails { get; set; }

    public Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        Check();
        return Task.FromResult(new StoredAttributes(Values?.DeepClone().AsObject() ?? [], new StoredState(Values is not null)));
    }

    public Task<StoredAttributes> SaveAsync(RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        Check();
        Values = attributes.Values.DeepClone().AsObject();
        return Task.FromResult(attributes with { State = new StoredState(true) });
    }

    public Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        Check();
        Values = null;
        return Task.CompletedTask;
    }

    private void Check()
    {
        if (Fails)
        {
            throw new PersistenceException(PersistenceFailure.Unavailable, "The store is out of reach.");
        }
    }
}
