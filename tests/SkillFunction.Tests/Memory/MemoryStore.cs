using System.Text.Json.Nodes;
using AlexaSkill.Persistence;
using AlexaSkill.Requests;

namespace SkillFunction.Tests.Memory;

/// <summary>A store in memory that counts its uses and does what it is told instead.</summary>
internal sealed class MemoryStore : IPersistenceAdapter
{
    public JsonObject? Stored { get; set; }

    public List<string> Uses { get; } = [];

    public Func<string, Task>? Instead { get; set; }

    public async Task<StoredAttributes> GetAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        await UseAsync("get");
        return new StoredAttributes((JsonObject?)Stored?.DeepClone() ?? []);
    }

    public async Task<StoredAttributes> SaveAsync(
        RequestEnvelope request, StoredAttributes attributes, CancellationToken cancellationToken = default)
    {
        await UseAsync("save");
        Stored = (JsonObject)attributes.Values.DeepClone();
        return attributes;
    }

    public async Task DeleteAsync(RequestEnvelope request, CancellationToken cancellationToken = default)
    {
        await UseAsync("delete");
        Stored = null;
    }

    private Task UseAsync(string use)
    {
        Uses.Add(use);
        return Instead?.Invoke(use) ?? Task.CompletedTask;
    }
}
