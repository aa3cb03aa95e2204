using System.Text;
using System.Text.Json;
using StreamToFirehoseFunction.Json;

namespace StreamToFirehoseFunction.Tests.Json;

/// <summary>The scanner takes and refuses what Utf8JsonReader takes and refuses.</summary>
public sealed class JsonScannerTests
{
    private const int Cases = 50_000;

    [Theory]
    [InlineData("0", "-0", "10", "0.5", "-1.5E+3", "1e5", "1E-05")]
    [InlineData("00", "-", "1.", ".5", "1e", "1e+", "+1", "0x1", "1 2", "--1", "01")]
    [InlineData("true", "false", "null", "True", "tru", "nulll", "truefalse", "", " ", "\n1\t", "\u00A01", "1\0")]
    [InlineData("\"\"", "\"a\"", "\"", "\"\\\"", "\"\\u00e9\"", "\"\\u00g9\"", "\"\\u00e\"", "\"\\x\"", "\"\t\"", "\"\u007f\"", "\"é🐕\"", "\"\\ud83d\"")]
    [InlineData("[]", "[ ]", "[1]", "[1,]", "[,1]", "[1 2]", "[1,2", "[1}", "]", "[[],[[]]]")]
    [InlineData("{}", "{ }", "{\"a\":1}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\" : 1 , \"b\" : [ ] }", "{\"a\":1]", "{1:2}", "{}{}", "//c\n1")]
    public void Every_kind_of_value_is_judged_as_by_Utf8JsonReader(params string[] texts)
    {
        foreach (var text in texts)
        {
            Scans(Encoding.UTF8.GetBytes(text)).ShouldBe(Reads(Encoding.UTF8.GetBytes(text)), text);
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_ends_where_it_is_said_to_end(string open, string close)
    {
        foreach (var depth in new[] { JsonScanner.MaxDepth - 1, JsonScanner.MaxDepth, JsonScanner.MaxDepth + 1, 100_000 })
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

            Scans(Encoding.UTF8.GetBytes(text)).ShouldBe(depth <= JsonScanner.MaxDepth);
        }
    }

    [Fact]
    public void Text_of_every_length_ends_at_its_quote()
    {
        for (var length = 0; length < 200; length++)
        {
            var scanner = new JsonScanner(Encoding.UTF8.GetBytes($"\"{new string('x', length)}\" "));

            scanner.ReadString().ShouldBe(new JsonString(1, length, IsEscaped: false));
        }
    }

    [Fact]
    public void Mutated_records_are_judged_as_by_Utf8JsonReader()
    {
        var random = new Random(4711);
        var record = Encoding.UTF8.GetBytes("""{"a":[1.5e3,true,null,"\u00e9\\x",{"":{"b":-0}}],"c":"犬 and thirty-two bytes or more of text","d":[]}""");
        var accepted = 0;
        for (var i = 0; i < Cases; i++)
        {
            var mutated = Mutation.Apply(record, random, random.Next(4));
            var expected = Reads(mutated);
            accepted += expected ? 1 : 0;
            if (Scans(mutated) != expected)
            {
                Assert.Fail($"Utf8JsonReader says {expected} of {Encoding.UTF8.GetString(mutated)}");
            }
        }

        accepted.ShouldBeInRange(Cases / 10, Cases * 9 / 10);
    }

    private static bool Scans(byte[] json)
    {
        try
        {
            var scanner = new JsonScanner(json);
            scanner.SkipValue();
            scanner.TakeEnd();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Reads(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonScanner.MaxDepth });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
