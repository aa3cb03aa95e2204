using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>A place where a skill keeps attributes between sessions.</summary>
public interface IPersistenceAdapter
{
    /// <summary>Reads what is stored for whoever sent the request.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The attributes; an empty set where nothing is stored.</returns>
    /// <exception cref="PersistenceException">The store can't be read, or holds what is no set of attributes.</exception>
    Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default);

    /// <summary>Stores attributes in the place of those that are there.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="attributes">The attributes, with the version they were read with.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What is stored now, with its version.</returns>
    /// <exception cref="PersistenceException">The store can't be written, or holds another version where versions are compared.</exception>
    Task<StoredAttributes> SaveAsync(RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default);

    /// <summary>Deletes what is stored for whoever sent the request; nothing stored is no error.</summary>
    /// <param name="request">The request, which the store's key comes from.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that completes when it is gone.</returns>
    /// <exception cref="PersistenceException">The store can't be written.</exception>
    Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default);
}
