using System.Text.Json;
using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>
/// The attributes of one request: those of its session, and those that are stored between sessions. The stored ones are read when they are first asked for, changed by <see cref="ChangePersistentAttributesAsync"/>, or changed in place and written by
/// <see cref="SavePersistentAttributesAsync"/>.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="store">Where attributes are kept between sessions.</param>
public sealed class AttributesManager(RequestEnvelope request, IPersistenceAdapter store) : IDisposable
{
    private const int MaxRounds = 8; // of reading and writing, where others write meanwhile

    private readonly SemaphoreSlim turn = new(1);

    // A copy of what the store holds, as far as is known: what has changed is told by it.
    private StoredAttributes? stored;
    private JsonObject? persistent;
    private bool wasStored;
    private JsonObject? session = request.Session is { } open
        ? StoredJson.ToObject((open.Attributes ?? new Dictionary<string, JsonElement>()).Select(value => (value.Key, value.Value)))
        : null;

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
    /// <param name="cancellationToken">A token to cancel the operation.</param>
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
                    await ReadAsync(cancellationToken);
                }

                return persistent!;
            },
            cancellationToken);
    }

    /// <summary>
    /// Changes what is stored now: where somebody else has saved meanwhile, it is read again and changed again. What somebody else has
    /// deleted since this request read it stays deleted. Attributes that were read before no longer count.
    /// </summary>
    /// <param name="change">Changes the attributes; may be called more than once.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the store holds the change; false where the attributes were deleted meanwhile.</returns>
    /// <exception cref="PersistenceException">
    /// They can't be read or written, or others kept saving meanwhile, or saved while other changes of this request were not yet saved.
    /// </exception>
    public Task<bool> ChangePersistentAttributesAsync(Action<JsonObject> change, CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            if (stored is null || persistent is null)
            {
                await ReadAsync(cancellationToken);
            }

            var hasOtherChanges = !IsSaved(persistent!);
            for (var round = 1; !IsForgotten; round++)
            {
                var values = (JsonObject)persistent!.DeepClone();
                change(values);
                if (IsSaved(values))
                {
                    persistent = values;
                    return true;
                }

                try
                {
                    await WriteAsync(values, cancellationToken);
                    persistent = values;
                    return true;
                }
                catch (PersistenceException overtaken)
                    when (overtaken.Reason == PersistenceFailure.Conflict && round < MaxRounds && !hasOtherChanges)
                {
                    persistent = null;
                    await ReadAsync(cancellationToken);
                }
            }

            return false;
        },
        cancellationToken);

    /// <summary>Puts attributes in the place of the stored ones; they are written when they are saved.</summary>
    /// <param name="attributes">All attributes to keep.</param>
    public void SetPersistentAttributes(JsonObject attributes) => persistent = attributes;

    /// <summary>
    /// Writes the stored attributes if they were read or set and differ from what was read, or if their time to live is to start again.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="PersistenceException">They can't be written, or somebody else has saved meanwhile.</exception>
    public Task<bool> SavePersistentAttributesAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            var isUseAlone = persistent is not null && IsSaved(persistent);
            if (persistent is null || (isUseAlone && stored!.State is not { IsDue: true }))
            {
                return false;
            }

            try
            {
                await WriteAsync(persistent, cancellationToken);
                return true;
            }
            catch (PersistenceException overtaken) when (overtaken.Reason == PersistenceFailure.Conflict && isUseAlone)
            {
                return false; // whoever has saved meanwhile has started the time to live again
            }
        },
        cancellationToken);

    /// <summary>Deletes the stored attributes and forgets what was read or set.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when they are gone.</returns>
    /// <exception cref="PersistenceException">They can't be deleted.</exception>
    public Task DeletePersistentAttributesAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            await store.DeleteAsync(request, cancellationToken: cancellationToken);
            (persistent, stored, wasStored) = (null, null, false);
            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    // Who else deletes what this request has read wants it gone: the request does not bring it back.
    private bool IsForgotten => wasStored && stored?.State is { Exists: false };

    private bool IsSaved(JsonObject values) => stored is not null && JsonNode.DeepEquals(stored.Values, values);

    // Attributes that were set while the store was being read stay.
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var read = await store.GetAsync(request, cancellationToken);
        stored = read with { Values = (JsonObject)read.Values.DeepClone() };
        persistent ??= read.Values;
        wasStored |= read.State is { Exists: true };
    }

    private async Task WriteAsync(JsonObject values, CancellationToken cancellationToken)
    {
        stored = await store.SaveAsync(request, new StoredAttributes((JsonObject)values.DeepClone(), stored?.State), cancellationToken);
        wasStored = true;
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
