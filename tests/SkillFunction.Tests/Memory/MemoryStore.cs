using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace SkillFunction.Tests.Memory;

/// <summary>A store in memory that compares states, counts its uses and does what it is told instead.</summary>
internal sealed class MemoryStore : IPersistenceAdapter
{
    public JsonObject? Stored { get; set; }

    /// <summary>Whether what is read should be saved again to last.</summary>
    public bool IsDue { get; set; }

    public List<string> Uses { get; } = [];

    public Func<string, Task>? Instead { get; set; }

    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        await UseAsync("get");
        return new StoredAttributes((JsonObject?)Stored?.DeepClone() ?? [], new StoredState(Stored is not null, Stored?.DeepClone(), IsDue));
    }

    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        await UseAsync("save");
        Require(attributes.State);
        Stored = (JsonObject)attributes.Values.DeepClone();
        return attributes with { State = new StoredState(true, Stored.DeepClone()) };
    }

    public async Task DeleteAsync(RequestEnvelope request, StoredState? state = null, CancellationToken cancellationToken = default)
    {
        await UseAsync("delete");
        Require(state);
        Stored = null;
    }

    private void Require(StoredState? state)
    {
        if (state is not null && !JsonNode.DeepEquals((JsonNode?)state.Tag, Stored))
        {
            throw new PersistenceException(PersistenceFailure.Conflict, "Somebody else has saved.");
        }
    }

    private Task UseAsync(string use)
    {
        Uses.Add(use);
        return Instead?.Invoke(use) ?? Task.CompletedTask;
    }
}
