using Amazon.DynamoDBv2.Model;
using Tables;

namespace AlexaSkill.DynamoDb;

/// <summary>
/// Gives values that come back from JSON the DynamoDB types that they were stored with. JSON has no binaries and no sets, and another
/// program that has stored one must find one.
/// </summary>
internal static class StoredTypes
{
    /// <summary>Compares a value with the one that was read in its place.</summary>
    public static AttributeValue Restore(AttributeValue value, AttributeValue? read) => read switch
    {
        null => value,
        { IsMSet: true } when value.IsMSet => Map(value, read),
        { IsLSet: true } when value.IsLSet => List(value, read),
        { IsSSSet: true } when Texts(value) is { } texts => new AttributeValue { SS = texts },
        { IsNSSet: true } when Numbers(value) is { } numbers => new AttributeValue { NS = numbers },
        { IsBSSet: true } when Texts(value) is { } texts && Binaries(texts, read.BS) is { } binaries => new AttributeValue { BS = binaries },
        { B: { } bytes } when value.S == Base64(bytes) => read,
        _ => value,
    };

    private static AttributeValue Map(AttributeValue value, AttributeValue read) => new()
    {
        M = value.M.ToDictionary(
            member => member.Key, member => Restore(member.Value, read.M.GetValueOrDefault(member.Key)), StringComparer.Ordinal),
        IsMSet = true,
    };

    // Elements that stand unchanged at both ends are paired, and those between them by their place.
    private static AttributeValue List(AttributeValue value, AttributeValue read)
    {
        var (now, before) = (value.L, read.L);
        var head = CountEqual(now.Zip(before));
        var tail = CountEqual(now.Skip(head).Reverse().Zip(before.Skip(head).Reverse()));
        return new AttributeValue { L = [.. now.Select((element, place) => Restore(element, ReadAt(place)))], IsLSet = true };

        AttributeValue? ReadAt(int place) => place >= now.Count - tail ? before[place - now.Count + before.Count]
            : place < before.Count - tail ? before[place]
            : null;
    }

    private static int CountEqual(IEnumerable<(AttributeValue Now, AttributeValue Read)> pairs) => pairs
        .TakeWhile(pair => AttributeJson.ToUtf8(pair.Now).Span.SequenceEqual(AttributeJson.ToUtf8(pair.Read).Span))
        .Count();

    private static List<string>? Texts(AttributeValue value) => Members(value, element => element.S);

    private static List<string>? Numbers(AttributeValue value) => Members(value, element => element.N);

    // A set has one member at least, and none twice.
    private static List<string>? Members(AttributeValue value, Func<AttributeValue, string?> textOf)
    {
        var members = value.IsLSet ? value.L.Select(textOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList() : [];
        return members.Count > 0 && members.Count == value.L.Count ? members : null;
    }

    private static List<MemoryStream>? Binaries(List<string> texts, List<MemoryStream> read)
    {
        var known = read.ToDictionary(Base64, StringComparer.Ordinal);
        return texts.TrueForAll(known.ContainsKey) ? texts.ConvertAll(text => known[text]) : null;
    }

    private static string Base64(MemoryStream bytes) => Convert.ToBase64String(bytes.ToArray());
}
