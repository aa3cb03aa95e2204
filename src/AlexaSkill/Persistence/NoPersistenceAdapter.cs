using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>Remembers nothing beyond the request: for a skill that is set up without a store.</summary>
public sealed class NoPersistenceAdapter : IPersistenceAdapter
{
    /// <inheritdoc/>
    public Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new StoredAttributes([]));

    /// <inheritdoc/>
    public Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default) =>
        Task.FromResult(attributes);

    /// <inheritdoc/>
    public Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;
}
