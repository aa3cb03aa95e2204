using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>A place where a skill keeps attributes between sessions.</summary>
public interface IPersistenceAdapter
{
    /// <summary>Reads what is stored for whoever sent the request.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The attributes; an empty set where nothing is stored.</returns>
    /// <exception cref="PersistenceException">The store can't be read, or holds what is no set of attributes.</exception>
    Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default);

    /// <summary>Stores attributes in the place of those that are there.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="attributes">The attributes, with the state they were read in.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>What is stored now, with its state.</returns>
    /// <exception cref="PersistenceException">The store can't be written, or is in another state than the attributes name.</exception>
    Task<StoredAttributes> SaveAsync(RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is stored for whoever sent the request; nothing stored is no error.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="state">The state that the store has to be in; null for any.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when it is gone.</returns>
    /// <exception cref="PersistenceException">The store can't be written, or is in another state.</exception>
    Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default);
}
