using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics;
using LocalEmulator.Commands;

namespace LocalEmulator.Web.Watch;

/// <summary>Where each hit is, and how many are at each station.</summary>
internal sealed class HitBooks
{
    private const int TrailsKept = 30;

    private readonly Dictionary<string, HitTrail> underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idOfSequence = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> delivered = []; // hashes: the ids of a day of load would fill the memory
    private readonly long[] at = new long[Enum.GetValues<HitStage>().Length];
    private readonly Queue<HitTrail> latest = [];
    private long accepted;
    private long duplicates;
    private long objects;

    /// <summary>The books as they are now.</summary>
    public Counts Counts => new(
        accepted, At(HitStage.Written), At(HitStage.Sent), At(HitStage.Buffered), At(HitStage.Delivered), At(HitStage.Quarantined),
        At(HitStage.Failed), duplicates, At(HitStage.Lost), objects);

    /// <summary>The latest hits, newest first; a copy, since a trail goes on changing.</summary>
    public IReadOnlyList<HitTrail> Latest => [.. latest.Reverse().Select(trail => trail with { })];

    /// <summary>Begins to follow a hit.</summary>
    public void Accept(string sequenceNumber, JsonElement image)
    {
        var id = Text(image, Columns.RequestId) ?? sequenceNumber;
        var trail = new HitTrail(
            id, Text(image, "event_time"), Text(image, "locale"), Text(image, "outcome"), Text(image, "breed"), Text(image, "elicited_slot"));
        accepted++;
        at[(int)HitStage.Written]++;
        underWay[id] = trail;
        idOfSequence[sequenceNumber] = id;
        latest.Enqueue(trail);
        if (latest.Count > TrailsKept)
        {
            latest.Dequeue();
        }
    }

    /// <summary>The forwarder gets records.</summary>
    public void Send(IEnumerable<string> sequenceNumbers)
    {
        foreach (var trail in Trails(sequenceNumbers))
        {
            trail.Attempts++;
            Move(trail, HitStage.Sent);
        }
    }

    /// <summary>The forwarder is done with records: those are lost that are in no line that Firehose took, and not set aside.</summary>
    public IReadOnlyList<HitTrail> Finish(IReadOnlyList<string> sequenceNumbers)
    {
        var lost = Trails(sequenceNumbers).Where(trail => trail.Stage is HitStage.Written or HitStage.Sent).ToList();
        Leave(sequenceNumbers, lost, HitStage.Lost);
        return lost;
    }

    /// <summary>Records are to come to the forwarder again.</summary>
    public void Return(IEnumerable<string> sequenceNumbers)
    {
        foreach (var trail in Trails(sequenceNumbers).Where(trail => trail.Stage == HitStage.Sent))
        {
            Move(trail, HitStage.Written);
        }
    }

    /// <summary>The mapping has given records up.</summary>
    public void Fail(IReadOnlyList<string> sequenceNumbers) => Leave(sequenceNumbers, [.. Trails(sequenceNumbers)], HitStage.Failed);

    /// <summary>A record is in quarantine.</summary>
    public void Quarantine(string sequenceNumber, string key)
    {
        foreach (var trail in Trails([sequenceNumber]).ToList())
        {
            trail.Key = key;
            Leave(trail, HitStage.Quarantined);
        }
    }

    /// <summary>Firehose has taken a hit's line.</summary>
    public void Buffer(string id, string line, string key)
    {
        if (underWay.TryGetValue(id, out var trail))
        {
            (trail.Line, trail.Key) = (line, key);
            Move(trail, HitStage.Buffered);
        }
    }

    /// <summary>An object holds the lines of hits.</summary>
    public void Deliver(IEnumerable<string> ids)
    {
        objects++;
        foreach (var id in ids)
        {
            duplicates += delivered.Add(Hash(id)) ? 0 : 1;
            if (underWay.TryGetValue(id, out var trail))
            {
                Leave(trail, HitStage.Delivered);
            }
        }
    }

    private long At(HitStage stage) => at[(int)stage];

    private IEnumerable<HitTrail> Trails(IEnumerable<string> sequenceNumbers)
    {
        foreach (var number in sequenceNumbers)
        {
            if (idOfSequence.TryGetValue(number, out var id) && underWay.TryGetValue(id, out var trail))
            {
                yield return trail;
            }
        }
    }

    private void Leave(IReadOnlyList<string> sequenceNumbers, List<HitTrail> trails, HitStage stage)
    {
        trails.ForEach(trail => Leave(trail, stage));
        foreach (var number in sequenceNumbers)
        {
            idOfSequence.Remove(number);
        }
    }

    private void Leave(HitTrail trail, HitStage stage)
    {
        Move(trail, stage);
        underWay.Remove(trail.Id);
    }

    private void Move(HitTrail trail, HitStage stage)
    {
        at[(int)trail.Stage]--;
        at[(int)stage]++;
        trail.Stage = stage;
    }

    private static string? Text(JsonElement item, string name) => item.Find(name).Text("S");

    private static UInt128 Hash(string id) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
