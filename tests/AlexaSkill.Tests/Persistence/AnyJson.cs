using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace AlexaSkill.Tests.Persistence;

/// <summary>Attributes with JSON values of every kind, the same ones at each run.</summary>
internal static class AnyJson
{
    private const ulong Seed = 4711;

    /// <summary>Attributes whose numbers have up to 38 digits and every notation.</summary>
    public static IEnumerable<JsonObject> Objects(int count) => Sample(count, Numbers(), emptyTexts: true);

    /// <summary>Attributes that pass through JavaScript unchanged: numbers of 15 digits, and no empty text (its SDK stores null).</summary>
    public static IEnumerable<JsonObject> JavaScriptObjects(int count) =>
        Sample(count, Gen.Elements("0", "-7", "1.5", "-0.25", "123456789012345", "1e21", "2.5e-7"), emptyTexts: false);

    private static IEnumerable<JsonObject> Sample(int count, Gen<string> numbers, bool emptyTexts)
    {
        var texts = Texts().Where(text => emptyTexts || text.Length > 0);
        return Properties(Values(3, numbers, texts)).Sample(count, new Rnd(Seed), 6).Select(json => JsonNode.Parse(json)!.AsObject());
    }

    private static Gen<string> Values(int depth, Gen<string> numbers, Gen<string> texts)
    {
        var scalars = Gen.OneOf(Gen.Elements("null", "true", "false"), numbers, texts.Select(Quote));
        if (depth == 0)
        {
            return scalars;
        }

        var inner = Values(depth - 1, numbers, texts).Resize(4);
        return Gen.OneOf(scalars, inner.ListOf().Select(items => $"[{string.Join(',', items)}]"), Properties(inner));
    }

    private static Gen<string> Properties(Gen<string> values) =>
        from properties in Texts().Where(name => name.Length > 0).Zip(values).ListOf()
        let members = properties.DistinctBy(property => property.Item1).Select(property => $"{Quote(property.Item1)}:{property.Item2}")
        select $"{{{string.Join(',', members)}}}";

    private static Gen<string> Numbers()
    {
        var whole = Gen.Choose(0, 9).ListOf(19).Select(digits => string.Concat(digits).TrimStart('0') is { Length: > 0 } text ? text : "0");
        var fraction = Gen.OneOf(Gen.Constant(""), Gen.Choose(0, int.MaxValue).Select(digits => $".{digits:D19}"));
        var exponent = Gen.Elements("", "e5", "E5", "e+5", "E-100", "e0", "E+099");
        return Gen.Elements("", "-").Zip(whole).Zip(fraction.Zip(exponent))
            .Select(parts => parts.Item1.Item1 + parts.Item1.Item2 + parts.Item2.Item1 + parts.Item2.Item2);
    }

    private static Gen<string> Texts() =>
        Gen.Elements("a", "é", "\0", "\n", "\\", "\"", "'", "<", "\u2028", "\uFFFE", "犬", "🐕", "key", " ").ListOf().Select(string.Concat);

    private static string Quote(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStringValue(text);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
