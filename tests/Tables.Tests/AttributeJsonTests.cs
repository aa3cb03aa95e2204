using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Tables.Tests;

public sealed class AttributeJsonTests(DynaliteFixture dynalite)
{
    private const int Cases = 500;
    private const ulong Seed = 4711;

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("\"\"")]
    [InlineData("\"a\\u0000\\n\\\\ \\uD83D\\uDC36\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null,[],{},\"\",[[1]]]")]
    [InlineData("{\"\":{\"a\":{\"b\":[{\"c\":null}]}}}")]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("1.50")]
    [InlineData("-1.5E+3")]
    [InlineData("1e-130")]
    [InlineData("12345678901234567890123456789012345678")]
    [InlineData("-0.12345678901234567890123456789012345678")]
    public void Every_json_value_comes_back_as_the_same_bytes(string json) => RoundTrip(json).ShouldBe(json);

    [Fact]
    public void Generated_json_values_come_back_as_the_same_bytes() =>
        ForAll(Json(depth: 4), json => RoundTrip(json) == json);

    [Fact]
    public async Task Generated_json_values_survive_the_service()
    {
        var name = DynaliteFixture.NewTableName();
        var table = new KeyValueTable<string>(dynalite.Client, new KeyValueSchema(name), new ValueMapping<string>(
            json => AttributeJson.Parse(Encoding.UTF8.GetBytes(json)),
            attribute => Encoding.UTF8.GetString(AttributeJson.ToUtf8(attribute).Span)));
        await table.CreateIfNotExistsAsync(TestContext.Current.CancellationToken);
        var values = Json(depth: 3, numbers: Gen.Choose(-9999, 9999).Select(number => number.ToString(CultureInfo.InvariantCulture)))
            .Sample(100, new Rnd(Seed), 10)
            .Select((json, position) => KeyValuePair.Create($"{position}", json))
            .ToArray();

        await table.PutBatchAsync(values, TestContext.Current.CancellationToken);

        foreach (var (key, json) in values)
        {
            var read = await table.GetAsync(key, TestContext.Current.CancellationToken);
            JsonElement.DeepEquals(JsonDocument.Parse(read!).RootElement, JsonDocument.Parse(json).RootElement).ShouldBeTrue(json);
        }
    }

    [Fact]
    public void Json_types_become_their_attribute_types()
    {
        var item = AttributeJson.Parse("""{"s":"x","n":1,"t":true,"f":false,"z":null,"m":{},"l":[]}"""u8).M;

        item["s"].S.ShouldBe("x");
        item["n"].N.ShouldBe("1");
        item["t"].BOOL.ShouldBe(true);
        item["f"].BOOL.ShouldBe(false);
        item["z"].NULL.ShouldBe(true);
        item["m"].IsMSet.ShouldBeTrue();
        item["l"].IsLSet.ShouldBeTrue();
    }

    [Fact]
    public void Sets_and_binary_values_are_read_as_arrays_and_base64()
    {
        using var bytes = new MemoryStream([1, 2, 3]);
        var item = new AttributeValue
        {
            M = new()
            {
                ["b"] = new() { B = bytes },
                ["bs"] = new() { BS = [bytes] },
                ["ns"] = new() { NS = ["1", "2.5"] },
                ["ss"] = new() { SS = ["a"] },
            },
        };

        Encoding.UTF8.GetString(AttributeJson.ToUtf8(item).Span).ShouldBe("""{"b":"AQID","bs":["AQID"],"ns":[1,2.5],"ss":["a"]}""");
    }

    [Fact]
    public void The_last_of_several_properties_of_one_name_counts() => RoundTrip("""{"a":1,"a":2}""").ShouldBe("""{"a":2}""");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("nul")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("{\"\\ud83d\":1}")]
    public void What_is_no_json_is_refused(string text) => Should.Throw<JsonException>(() => RoundTrip(text));

    [Fact]
    public void An_attribute_without_a_value_is_refused() => Should.Throw<JsonException>(() => AttributeJson.ToUtf8(new AttributeValue()));

    [Fact]
    public void A_number_that_is_none_is_refused() =>
        Should.Throw<JsonException>(() => AttributeJson.ToUtf8(new AttributeValue { N = "ten" }));

    private static string RoundTrip(string json) =>
        Encoding.UTF8.GetString(AttributeJson.ToUtf8(AttributeJson.Parse(Encoding.UTF8.GetBytes(json))).Span);

    private static void ForAll(Gen<string> values, Func<string, bool> holds)
    {
        foreach (var value in values.Sample(Cases, new Rnd(Seed), 30))
        {
            holds(value).ShouldBeTrue(value);
        }
    }

    private static Gen<string> Json(int depth, Gen<string>? numbers = null)
    {
        numbers ??= Numbers();
        var scalars = Gen.OneOf(Gen.Elements("null", "true", "false"), numbers, Texts().Select(Quote));
        if (depth == 0)
        {
            return scalars;
        }

        var inner = Json(depth - 1, numbers).Resize(4);
        var lists = inner.ListOf().Select(items => $"[{string.Join(',', items)}]");
        var objects = Texts().Zip(inner).ListOf()
            .Select(properties => properties.DistinctBy(property => property.Item1))
            .Select(properties => properties.Select(property => $"{Quote(property.Item1)}:{property.Item2}"))
            .Select(properties => $"{{{string.Join(',', properties)}}}");
        return Gen.OneOf(scalars, lists, objects);
    }

    // Up to 38 digits, with sign, fraction and exponent, and zeros where they change nothing.
    private static Gen<string> Numbers()
    {
        var whole = Gen.Choose(0, 9).Select(digit => (char)('0' + digit)).ListOf(19)
            .Select(digits => string.Concat(digits).TrimStart('0'))
            .Select(digits => digits.Length > 0 ? digits : "0");
        var fraction = Gen.OneOf(Gen.Constant(string.Empty), Gen.Choose(0, int.MaxValue).Select(digits => $".{digits:D19}"));
        var exponent = Gen.Elements(string.Empty, "e5", "E5", "e+5", "E-100", "e0", "E+099");
        return Gen.Elements(string.Empty, "-").Zip(whole).Zip(fraction.Zip(exponent))
            .Select(parts => $"{parts.Item1.Item1}{parts.Item1.Item2}{parts.Item2.Item1}{parts.Item2.Item2}");
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
