using System.Text.Json.Nodes;
using AlexaSkill.Persistence;

namespace AlexaSkill.Http;

/// <summary>
/// A persistence service over HTTP: a store of values by key, one set for each service token. It tries again where the connection or the
/// service fails, and lets a service that keeps failing rest.
/// </summary>
/// <param name="options">How to reach the service.</param>
/// <param name="http">The client to send with; its owner disposes of it, and its own time-out should be longer than the options'.</param>
/// <param name="timeProvider">The clock that time-outs and pauses go by; null for the system's.</param>
/// <param name="jitter">What spreads the pauses; null for a shared source, as a seeded one serves one caller at a time.</param>
/// <exception cref="FormatException">The options' address or token can't be used; the message does not carry the token.</exception>
public sealed class PersistenceServiceClient(
    PersistenceServiceOptions options, HttpClient http, TimeProvider? timeProvider = null, Random? jitter = null)
{
    private const int MaxRounds = 8; // of reading and writing, where others write meanwhile

    private readonly PersistenceServiceCalls calls = new(options, http, timeProvider ?? TimeProvider.System, jitter ?? Random.Shared);

    /// <summary>Stores the skill's data.</summary>
    /// <param name="data">The values by key.</param>
    /// <param name="replace">Whether they replace what is stored; if not, they are added, and keys that exist keep their values.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the data is stored.</returns>
    /// <exception cref="PersistenceException">The service can't be reached, or refuses.</exception>
    public Task SetAsync(JsonObject data, bool replace = true, CancellationToken cancellationToken = default) =>
        replace
            ? WriteAsync(new StoredAttributes(data), cancellationToken)
            : ChangeAsync(stored => AddMissing(stored, data), cancellationToken);

    /// <summary>Reads the skill's data.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The data, safe to walk; empty where nothing is stored.</returns>
    /// <exception cref="PersistenceException">The service can't be reached, refuses, or answers what is no data.</exception>
    public async Task<DataNode> GetAsync(CancellationToken cancellationToken = default) => new((await ReadAsync(cancellationToken)).Values);

    /// <summary>Reads the data of all the user's skills.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The data by skill id, safe to walk; empty where nothing is stored.</returns>
    /// <exception cref="PersistenceException">The service can't be reached, refuses, or answers what is no data.</exception>
    public async Task<DataNode> GetAllAsync(CancellationToken cancellationToken = default) =>
        new(options.IsActive ? (await calls.GetAsync("entry", cancellationToken)).Values : []);

    /// <summary>Deletes the skill's data; none stored is no error.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when it is gone.</returns>
    /// <exception cref="PersistenceException">The service can't be reached, or refuses.</exception>
    public Task DeleteAsync(CancellationToken cancellationToken = default) => DeleteAsync(null, cancellationToken);

    /// <summary>Reads the skill's data for the sake of one of its values.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The data, with the service's entity tag where it sends one.</returns>
    /// <exception cref="PersistenceException">As <see cref="GetAsync"/>.</exception>
    internal Task<StoredAttributes> ReadAsync(CancellationToken cancellationToken) =>
        options.IsActive ? calls.GetAsync("entry/data", cancellationToken) : Task.FromResult(new StoredAttributes([]));

    /// <summary>Reads the data, changes it and writes it, anew where somebody else has written meanwhile; empty data is deleted.</summary>
    /// <param name="change">Changes the data and tells whether it has to be written.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the data is stored.</returns>
    /// <exception cref="PersistenceException">As <see cref="SetAsync"/>, or others kept writing meanwhile.</exception>
    internal async Task ChangeAsync(Func<JsonObject, bool> change, CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var data = await ReadAsync(cancellationToken);
            if (!change(data.Values))
            {
                return;
            }

            try
            {
                await (data.Values.Count > 0 ? WriteAsync(data, cancellationToken) : DeleteAsync(data.State, cancellationToken));
                return;
            }
            catch (PersistenceException overtaken) when (overtaken.Reason == PersistenceFailure.Conflict && round < MaxRounds)
            {
                // The next round reads what the other one has written.
            }
        }
    }

    private static bool AddMissing(JsonObject stored, JsonObject data)
    {
        var missing = data.Where(value => !stored.ContainsKey(value.Key)).ToArray();
        foreach (var (key, value) in missing)
        {
            stored[key] = value?.DeepClone();
        }

        return missing.Length > 0;
    }

    private Task WriteAsync(StoredAttributes data, CancellationToken cancellationToken) =>
        options.IsActive ? calls.PostAsync("entry", data, cancellationToken) : Task.CompletedTask;

    private Task DeleteAsync(StoredState? state, CancellationToken cancellationToken) =>
        options.IsActive ? calls.DeleteAsync("entry", state, cancellationToken) : Task.CompletedTask;
}
