using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using LocalEmulator.Conversations;

namespace LocalEmulator.Commands;

/// <summary>Makes up a soak's hits; each is the same however often it is asked for.</summary>
internal sealed class SoakHits
{
    private const int Millionths = 1_000_000;

    private static readonly AttributeValue[] Poison =
    [
        new() { M = new() { ["name"] = new("Rex") } },
        new() { L = [new("Rex")] },
        new() { SS = ["Rex", "Bello"] },
    ];

    private readonly int seed;
    private readonly double poisonShare;
    private readonly IReadOnlyList<RequestFile> samples;
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow;

    private SoakHits(int seed, double poisonShare, IReadOnlyList<RequestFile> samples) =>
        (this.seed, this.poisonShare, this.samples) = (seed, poisonShare, samples);

    public static async Task<SoakHits> OpenAsync(int seed, double poisonShare, CancellationToken cancellationToken)
    {
        var samples = new List<RequestFile>();
        foreach (var file in Directory.GetFiles(Repository.Find("samples", "requests"), "*.json").Order(StringComparer.Ordinal))
        {
            samples.Add(await RequestFile.ReadAsync(file, cancellationToken));
        }

        return new SoakHits(seed, poisonShare, samples.FindAll(sample => PetMatchTalk.IsHit(sample.Request)));
    }

    public bool IsPoison(long number) =>
        poisonShare > 0 && (number == 0 || new Chance(seed, "poison", number).Below(Millionths) < poisonShare * Millionths);

    public Dictionary<string, AttributeValue> Item(long number)
    {
        var item = RandomHits.Item(RandomHits.Create(seed, number, start.AddMilliseconds(number)));
        if (IsPoison(number))
        {
            item["unmatched"] = new Chance(seed, "poison of hit", number).Pick(Poison);
        }

        return item;
    }

    /// <summary>Makes a request of which the skill makes one hit.</summary>
    public ReadOnlyMemory<byte> Request(long number)
    {
        var chance = new Chance(seed, "request", number);
        var id = $"amzn1.echo-api.request.{chance.Uuid()}";
        var request = JsonNode.Parse(chance.Pick(samples).Json.Span)!;
        request["request"]!["requestId"] = id;
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
