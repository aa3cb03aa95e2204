using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Persistence;

/// <summary>A store in memory that counts what is asked of it, compares states, and fails when told to.</summary>
internal sealed class InMemoryAdapter : IPersistenceAdapter
{
    private readonly Dictionary<string, (string Json, string Version)> stored = [];

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    /// <summary>What the next calls wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public PersistenceException? Failure { get; set; }

    /// <summary>Whether what is read should be saved again to last.</summary>
    public bool IsDue { get; set; }

    /// <summary>What somebody else does before the next write.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        Reads++;
        await EnterAsync(cancellationToken);
        return stored.TryGetValue(request.UserId!, out var found)
            ? new StoredAttributes(JsonNode.Parse(found.Json)!.AsObject(), new StoredState(true, found.Version, IsDue))
            : new StoredAttributes([], new StoredState(false));
    }

    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        Writes++;
        await EnterAsync(cancellationToken);
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        Require(request, attributes.State);
        var version = $"{Guid.NewGuid()}";
        stored[request.UserId!] = (attributes.Values.ToJsonString(), version);
        return attributes with { State = new StoredState(true, version) };
    }

    public async Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        await EnterAsync(cancellationToken);
        Require(request, state);
        stored.Remove(request.UserId!);
    }

    private void Require(RequestEnvelope request, StoredState? state)
    {
        string? current = stored.TryGetValue(request.UserId!, out var found) ? found.Version : null;
        if (state is not null && !Equals(state.Tag, current))
        {
            throw new PersistenceException(PersistenceFailure.Conflict, "Somebody else has saved.");
        }
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
