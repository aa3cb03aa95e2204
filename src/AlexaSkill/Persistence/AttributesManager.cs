using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>
/// The attributes of one request: those of the request itself, of its session, and those that are stored between sessions. The stored ones
/// are read when they are first asked for, and written by <see cref="SavePersistentAttributesAsync"/> if they have changed.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="store">Where attributes are kept between sessions.</param>
public sealed class AttributesManager(RequestEnvelope request, IPersistenceAdapter store) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    // A copy of what the store holds, as far as is known: what has changed is told by it.
    private StoredAttributes? stored;
    private JsonObject? persistent;
    private JsonObject? session = request.Session is { } open
        ? StoredJson.ToObject((open.Attributes ?? new Dictionary<string, JsonElement>()).Select(value => (value.Key, value.Value)))
        : null;

    /// <summary>Values that handlers of this request share; they are gone with it.</summary>
    public IDictionary<string, object?> RequestAttributes { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Whether the request belongs to a session.</summary>
    public bool HasSession => session is not null;

    /// <summary>What the session's next request brings back, if the response carries it (<see cref="ToSessionAttributes"/>).</summary>
    /// <exception cref="OutOfSessionException">The request belongs to no session; ask <see cref="HasSession"/> first.</exception>
    public JsonObject SessionAttributes => session ?? throw new OutOfSessionException();

    /// <summary>Puts attributes in the place of the session's.</summary>
    /// <param name="attributes">All attributes to keep.</param>
    /// <exception cref="OutOfSessionException">The request belongs to no session; ask <see cref="HasSession"/> first.</exception>
    public void SetSessionAttributes(JsonObject attributes) => session = session is null ? throw new OutOfSessionException() : attributes;

    /// <summary>The session attributes as a response takes them.</summary>
    /// <returns>The attributes; null out of session, or where there are none.</returns>
    public IReadOnlyDictionary<string, JsonElement>? ToSessionAttributes() => session is { Count: > 0 }
        ? JsonElement.Parse(StoredJson.Write(session).Span).EnumerateObject()
            .ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal)
        : null;

    /// <summary>The stored attributes, read once for the request; changes to them count when they are saved.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The attributes; empty where nothing is stored.</returns>
    /// <exception cref="PersistenceException">They can't be read; the next call tries again.</exception>
    public async Task<JsonObject> GetPersistentAttributesAsync(CancellationToken cancellationToken = default)
    {
        if (persistent is { } known)
        {
            return known;
        }

        return await InTurnAsync(
            async () =>
            {
                if (persistent is null)
                {
                    Keep(await store.GetAsync(request, cancellationToken));
                }

                return persistent!;
            },
            cancellationToken);
    }

    /// <summary>
    /// Reads the stored attributes anew and drops changes that are not saved, as after a <see cref="PersistenceFailure.Conflict"/>.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The attributes; empty where nothing is stored.</returns>
    /// <exception cref="PersistenceException">They can't be read; what was known before stays.</exception>
    public Task<JsonObject> ReloadPersistentAttributesAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            var fresh = await store.GetAsync(request, cancellationToken);
            persistent = null;
            Keep(fresh);
            return persistent!;
        },
        cancellationToken);

    /// <summary>Puts attributes in the place of the stored ones; they are written when they are saved.</summary>
    /// <param name="attributes">All attributes to keep.</param>
    public void SetPersistentAttributes(JsonObject attributes) => persistent = attributes;

    /// <summary>Writes the stored attributes if they were read or set and differ from what was read.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether anything had to be written.</returns>
    /// <exception cref="PersistenceException">They can't be written, or somebody else has written meanwhile.</exception>
    public Task<bool> SavePersistentAttributesAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            if (persistent is null || (stored is not null && JsonNode.DeepEquals(stored.Values, persistent)))
            {
                return false;
            }

            var copy = new StoredAttributes((JsonObject)persistent.DeepClone(), stored?.Version);
            stored = await store.SaveAsync(request, copy, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Deletes the stored attributes and forgets what was read or set.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A task that completes when they are gone.</returns>
    /// <exception cref="PersistenceException">They can't be deleted.</exception>
    public Task DeletePersistentAttributesAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            await store.DeleteAsync(request, cancellationToken);
            (persistent, stored) = (null, null);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    // Attributes that were set while the store was being read stay.
    private void Keep(StoredAttributes read)
    {
        stored = read with { Values = (JsonObject)read.Values.DeepClone() };
        persistent ??= read.Values;
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
