using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace AlexaSkill.Tests.Persistence;

/// <summary>A store in memory that counts what is asked of it, compares versions, and fails when told to.</summary>
internal sealed class InMemoryAdapter : IPersistenceAdapter
{
    private readonly Dictionary<string, (string Json, string Version)> stored = [];

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    /// <summary>What the next calls wait for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public PersistenceException? Failure { get; set; }

    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        Reads++;
        await EnterAsync(cancellationToken);
        return stored.TryGetValue(request.UserId!, out var found)
            ? new StoredAttributes(JsonNode.Parse(found.Json)!.AsObject(), found.Version)
            : new StoredAttributes([], StoredAttributes.NoVersion);
    }

    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        Writes++;
        await EnterAsync(cancellationToken);
        var current = stored.TryGetValue(request.UserId!, out var found) ? found.Version : StoredAttributes.NoVersion;
        if (attributes.Version is { } expected && expected != current)
        {
            throw new PersistenceException(PersistenceFailure.Conflict, "Somebody else has saved.");
        }

        var version = $"{Guid.NewGuid()}";
        stored[request.UserId!] = (attributes.Values.ToJsonString(), version);
        return attributes with { Version = version };
    }

    public async Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        await EnterAsync(cancellationToken);
        stored.Remove(request.UserId!);
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
