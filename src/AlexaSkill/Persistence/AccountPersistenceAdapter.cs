using System.Text.Json.Nodes;
using AlexaSkill.Requests;

namespace AlexaSkill.Persistence;

/// <summary>
/// Keeps attributes by device or speaker, and in the account's own attributes the keys that were used under it: so deleting reaches
/// everything of an account, also in answer to an event, which names neither device nor speaker.
/// </summary>
/// <param name="open">Opens the store for keys of one kind.</param>
/// <param name="keyGenerator">What makes the keys; the account's is the user id.</param>
public sealed class AccountPersistenceAdapter(Func<KeyGenerator, IPersistenceAdapter> open, KeyGenerator keyGenerator) : IPersistenceAdapter
{
    /// <summary>How many keys an account has at most; the attributes under the oldest one are deleted for a new one.</summary>
    public const int MaxKeys = 25;

    /// <summary>The account's attribute that has the keys, each with whether its attributes are known to be stored.</summary>
    public const string KeysName = "keysOfAccount";

    private const int MaxRounds = 8; // of deleting, where keys are added meanwhile
    private const int Attempts = 2; // at deleting what is under one key

    private readonly IPersistenceAdapter own = open(keyGenerator);
    private readonly IPersistenceAdapter account = open(KeyGenerators.UserId);

    /// <inheritdoc/>
    public Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default) =>
        own.GetAsync(request, cancellationToken);

    /// <inheritdoc/>
    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        var key = keyGenerator.KeyOf(request);
        if (key == KeyGenerators.UserId(request))
        {
            return await own.SaveAsync(request, attributes, cancellationToken);
        }

        // The key is noted before anything is stored under it, and once more after: who deletes the account between the two meets the
        // second note, or comes before it.
        await NoteAsync(request, key, attributes.State is { Exists: true }, cancellationToken);
        var saved = await own.SaveAsync(request, attributes, cancellationToken);
        if (attributes.State is not { Exists: true })
        {
            await NoteAsync(request, key, isStored: true, cancellationToken);
        }

        return saved;
    }

    /// <summary>Deletes what is stored for the account of whoever sent the request, under all of its keys.</summary>
    /// <param name="request">The request, which the account comes from.</param>
    /// <param name="state">Not compared: it is one key's.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when all of it is gone.</returns>
    /// <exception cref="PersistenceException">Something could not be deleted; the account keeps the keys, so deleting again reaches it.</exception>
    public async Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        for (var round = 1; ; round++)
        {
            var (keys, found) = await ReadKeysAsync(request, cancellationToken);
            await DeleteKeysAsync(request, keys, cancellationToken);
            try
            {
                await account.DeleteAsync(request, found, cancellationToken);
                return;
            }
            catch (PersistenceException overtaken) when (overtaken.Reason == PersistenceFailure.Conflict && round < MaxRounds)
            {
                // The next round reaches the key that was added meanwhile.
            }
        }
    }

    private static JsonObject KeysOf(JsonObject values) => values[KeysName] as JsonObject ?? [];

    private async Task NoteAsync(RequestEnvelope request, string key, bool isStored, CancellationToken cancellationToken)
    {
        using var attributes = new AttributesManager(request, account);
        var keys = KeysOf(await attributes.GetPersistentAttributesAsync(cancellationToken));
        var surplus = keys.ContainsKey(key) ? [] : keys.Select(known => known.Key).Take(keys.Count - MaxKeys + 1).ToArray();
        await DeleteKeysAsync(request, surplus, cancellationToken);
        if (!await attributes.ChangePersistentAttributesAsync(values => Note(values, key, isStored, surplus), cancellationToken))
        {
            throw new PersistenceException(PersistenceFailure.Conflict, "The account's attributes were deleted meanwhile.");
        }

        // A use of the key is one of the account's list.
        await attributes.SavePersistentAttributesAsync(cancellationToken);
    }

    private static void Note(JsonObject values, string key, bool isStored, string[] surplus)
    {
        var keys = (JsonObject)KeysOf(values).DeepClone();
        foreach (var gone in surplus)
        {
            keys.Remove(gone);
        }

        keys[key] = isStored || keys[key]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
        values[KeysName] = keys;
    }

    // What another program has put in the account's place has no list, and is deleted like any other.
    private async Task<(IReadOnlyList<string> Keys, StoredState? State)> ReadKeysAsync(
        RequestEnvelope request, CancellationToken cancellationToken)
    {
        string[] asking = HasKey(request, out var key) ? [key] : [];
        try
        {
            var found = await account.GetAsync(request, cancellationToken);
            return ([.. KeysOf(found.Values).Select(known => known.Key).Union(asking)], found.State);
        }
        catch (PersistenceException unreadable) when (unreadable.Reason == PersistenceFailure.Unreadable)
        {
            return (asking, null);
        }
    }

    private bool HasKey(RequestEnvelope request, out string key)
    {
        try
        {
            key = keyGenerator.KeyOf(request);
            return key != KeyGenerators.UserId(request);
        }
        catch (PersistenceException missing) when (missing.Reason == PersistenceFailure.MissingKey)
        {
            key = "";
            return false;
        }
    }

    private async Task DeleteKeysAsync(RequestEnvelope request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        PersistenceException? failure = null;
        for (var attempt = 0; attempt < Attempts && keys.Count > 0; attempt++)
        {
            var left = new List<string>();
            foreach (var key in keys)
            {
                try
                {
                    await open(_ => key).DeleteAsync(request, null, cancellationToken);
                }
                catch (PersistenceException failed)
                {
                    failure = failed;
                    left.Add(key);
                }
            }

            keys = left;
        }

        if (keys.Count > 0)
        {
            throw failure!;
        }
    }
}
