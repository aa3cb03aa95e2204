using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics;
using static StreamToFirehoseFunction.Tests.StreamEvents;

namespace StreamToFirehoseFunction.Tests;

public sealed class LineTransformTests
{
    [Fact]
    public void Inserts_become_lines_in_their_order()
    {
        using var lines = Transform(Inserts(3));

        Csv(lines).ShouldBe(Line("r-0") + Line("r-1") + Line("r-2"));
        var pack = lines.Packs.ShouldHaveSingleItem();
        (pack.Lines, pack.First.ToString(), pack.Last.ToString()).ShouldBe((3, "100", "102"));
        lines.Rejected.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MODIFY")]
    [InlineData("REMOVE")]
    [InlineData(null)]
    public void Other_records_are_ignored(string? eventName)
    {
        using var lines = Transform(Event(Record("1", Image("r-0"), eventName), Record("2", Image("r-1")), Record("3", null, eventName)));

        Csv(lines).ShouldBe(Line("r-1"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":null}""")]
    [InlineData("""{"Other":{"Records":[1]},"Records":[]}""")]
    public void An_event_without_records_has_no_lines(string json)
    {
        using var lines = Transform(Encoding.UTF8.GetBytes(json));

        lines.Packs.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"Records":{}}""")]
    [InlineData("""{"Records":[1]}""")]
    [InlineData("""{"Records":[{"eventName":"MODIFY"}""")]
    public void What_is_no_stream_event_is_an_error(string json) =>
        Should.Throw<JsonException>(() => Transform(Encoding.UTF8.GetBytes(json)).Dispose());

    [Fact]
    public void The_order_of_properties_and_attributes_does_not_matter()
    {
        var random = new Random(7);
        for (var i = 0; i < 100; i++)
        {
            using var lines = Transform(Event(Shuffled(Record("1", Image("r-0")), random), Shuffled(Record("2", Image("r-1")), random)));

            Csv(lines).ShouldBe(Line("r-0") + Line("r-1"));
        }
    }

    [Fact]
    public void Unknown_attributes_of_every_kind_are_passed_over()
    {
        var image = Image("r-0");
        image["expires_at"] = Number("1700000000");
        image["more"] = JsonNode.Parse("""{"M":{"request_id":{"S":"inner"},"l":{"L":[{"S":"x"},{"BOOL":true}]}}}""");
        image["sets"] = JsonNode.Parse("""{"SS":["a","b"]}""");
        image["request_id2"] = Text("x");

        using var lines = Transform(Event(Record("1", image)));

        Csv(lines).ShouldBe(Line("r-0"));
    }

    [Theory]
    [InlineData("""{"S":"a,b"}""", "a\\,b")]
    [InlineData("""{"S":"a\\b"}""", "a\\\\b")]
    [InlineData("""{"S":"a\r\nb\nc"}""", "a b c")]
    [InlineData("""{"S":"\u00e4\ud83d\ude00\/\"\t"}""", "ä😀/\"\t")]
    [InlineData("""{"S":"x\ud83dy\ude00z\ud83d"}""", "x\ufffdy\ufffdz\ufffd")]
    [InlineData("""{"S":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    [InlineData("""{"S":""}""", "")]
    [InlineData("""{"NULL":true}""", "")]
    [InlineData("""{"N":"-1.5E+3"}""", "-1500")]
    [InlineData("""{"BOOL":true}""", "true")]
    public void An_attribute_of_a_text_column_becomes_its_field(string attribute, string expected) =>
        FieldOf("breed", attribute).ShouldBe(expected);

    [Theory]
    [InlineData("""{"N":"0"}""", "0")]
    [InlineData("""{"N":"12345678901234567890123456789012345678"}""", "12345678901234567890123456789012345678")]
    [InlineData("""{"N":"-1.5E+3"}""", "-1500")]
    [InlineData("""{"N":"1E2"}""", "100")]
    [InlineData("""{"N":"12.5"}""", "12.5")]
    [InlineData("""{"N":"125e-1"}""", "12.5")]
    [InlineData("""{"S":"12"}""", "12")]
    [InlineData("""{"S":""}""", "")]
    [InlineData("""{"BOOL":true}""", "1")]
    [InlineData("""{"BOOL":false}""", "0")]
    [InlineData("""{"NULL":true}""", "")]
    public void An_attribute_of_a_numeric_column_becomes_plain_digits(string attribute, string expected) =>
        FieldOf("api_execution_time", attribute).ShouldBe(expected);

    [Theory]
    [InlineData("breed", """{"M":{}}""")]
    [InlineData("breed", """{"L":[{"S":"x"}]}""")]
    [InlineData("breed", """{"SS":["x"]}""")]
    [InlineData("breed", """{"NS":["1"]}""")]
    [InlineData("breed", """{"B":"AAAA"}""")]
    [InlineData("breed", "\"bare\"")]
    [InlineData("api_execution_time", """{"N":"abc"}""")]
    [InlineData("api_execution_time", """{"N":" 5"}""")]
    [InlineData("api_execution_time", """{"S":"soon"}""")]
    [InlineData("api_execution_time", """{"N":"1E400"}""")]
    public void What_can_not_become_a_field_ends_the_batch_at_its_record(string column, string attribute)
    {
        var flawed = Image("r-1");
        flawed[column] = JsonNode.Parse(attribute);

        using var lines = Transform(Event(Record("1", Image("r-0")), Record("2", flawed), Record("3", Image("r-2"))));

        Csv(lines).ShouldBe(Line("r-0"));
        lines.End.ToString().ShouldBe("2");
        lines.Rejected.ShouldHaveSingleItem().Reason.ShouldContain(column);
    }

    [Fact]
    public void An_insert_without_image_ends_the_batch_at_its_record()
    {
        using var lines = Transform(Event(Record("1", null), Record("2", Image("r-1"))));

        lines.Packs.ShouldBeEmpty();
        lines.End.ToString().ShouldBe("1");
        lines.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("it has no NewImage");
    }

    [Fact]
    public void What_may_be_left_out_is_rejected_whole_and_the_lines_go_on()
    {
        var flawed = Image("r-1");
        flawed["breed"] = new JsonObject { ["L"] = new JsonArray() };
        var records = new[] { Record("1", Image("r-0")), Record("2", flawed), Record("3", null), Record("4", Image("r-2")), Record("5", null) };
        var texts = records.Select(record => record.ToJsonString()).ToArray();
        var streamEvent = Event(records);

        using var all = Transform(streamEvent, int.MaxValue);
        using var some = Transform(streamEvent, 2);

        Csv(all).ShouldBe(Line("r-0") + Line("r-2"));
        all.End.ShouldBeNull();
        all.Rejected.Select(rejection => Encoding.UTF8.GetString(rejection.Record.Span)).ShouldBe([texts[1], texts[2], texts[4]]);
        Csv(some).ShouldBe(Line("r-0") + Line("r-2"));
        some.End.ToString().ShouldBe("5");
    }

    [Fact]
    public void A_cut_at_any_rejected_record_leaves_what_an_event_up_to_it_gives()
    {
        for (var rejection = 0; rejection < 5; rejection++)
        {
            var place = (1_800 * rejection) + 900;
            using var expected = Transform(Batch(place), int.MaxValue);
            using var cut = Transform(Batch(9_000), rejection);

            (Csv(cut) == Csv(expected)).ShouldBeTrue();
            cut.Packs.Select(Describe).ShouldBe(expected.Packs.Select(Describe));
            cut.End.ToString().ShouldBe("1001");
        }

        static byte[] Batch(int count) => Event(Enumerable.Range(0, count)
            .Select(number => Record($"{10_000 - number}", number % 1_800 == 900 ? null : Image($"r-{number}"))));

        static string Describe(Pack pack) => $"{pack.Lines} lines, {pack.Data.Count} bytes, {pack.First} to {pack.Last}";
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_line_may_fill_a_Firehose_record_and_no_more(int surplus, bool fits)
    {
        var image = Image("r-0");
        image["breed"] = Text(new string('x', 1_024_000 - Line("r-0").Length + "Boxer".Length + surplus));

        using var lines = Transform(Event(Record("1", image)));

        lines.Packs.Count.ShouldBe(fits ? 1 : 0);
        lines.Rejected.Select(rejection => rejection.SequenceNumber.ToString()).ShouldBe(fits ? [] : ["1"]);
    }

    [Fact]
    public void Packs_hold_whole_lines_and_as_many_as_fit()
    {
        using var lines = Transform(Inserts(12_000));

        var csv = string.Concat(Enumerable.Range(0, 12_000).Select(i => Line($"r-{i}")));
        Csv(lines).ShouldBe(csv);
        lines.Packs.Count.ShouldBe((csv.Length / 1_024_000) + 1);
        lines.Packs.ShouldAllBe(pack => pack.Data.Count <= 1_024_000 && pack.Data[pack.Data.Count - 1] == '\n');
        lines.Packs.Sum(pack => pack.Lines).ShouldBe(12_000);
        lines.Packs[^1].Last.ToString().ShouldBe("12099");
        foreach (var pack in lines.Packs)
        {
            var firstRow = Encoding.UTF8.GetString(pack.Data).Split(',')[0];
            firstRow.ShouldBe($"r-{int.Parse(pack.First.ToString(), null) - 100}");
        }
    }

    [Fact]
    public void The_same_record_always_gives_the_same_bytes()
    {
        using var alone = Transform(Event(Record("2", Image("r-1"))));
        using var among = Transform(Event(Record("1", Image("r-0")), Record("9", Image("r-1"))));

        Csv(among).ShouldEndWith(Csv(alone));
    }

    [Fact]
    public void More_records_take_no_more_objects()
    {
        var (few, many) = (Inserts(1_000), Inserts(3_000));

        // The least of some runs: the pools fill, and the runtime may do things of its own.
        Enumerable.Range(0, 10).Min(_ => Allocated(many) - Allocated(few)).ShouldBeLessThan(2_000);

        static long Allocated(byte[] streamEvent)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Transform(streamEvent).Dispose();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Firehose_bills_little_more_than_the_bytes_of_a_large_batch()
    {
        using var lines = Transform(Inserts(1_000));

        const int Unit = 5 * 1_024;
        var billed = lines.Packs.Sum(pack => (pack.Data.Count + Unit - 1) / Unit * Unit);
        ((double)billed / lines.Packs.Sum(pack => pack.Data.Count)).ShouldBeLessThanOrEqualTo(1.05);
    }

    [Fact]
    public void Another_record_s_columns_make_its_lines()
    {
        var layout = new LineLayout(
            [new("request_id", ColumnType.Text), new("event_time", ColumnType.Timestamp), new("streak", ColumnType.BigInt), new("won", ColumnType.TinyInt)]);
        var streamEvent = """
            {"Records":[
              {"eventName":"INSERT","dynamodb":{"NewImage":{"request_id":{"S":"a"},"event_time":{"S":"2026-11-21 09:30:15.123"},"streak":{"N":"3E+1"},"won":{"BOOL":true}}}},
              {"eventName":"INSERT","dynamodb":{"NewImage":{"won":{"N":"0"},"breed":{"S":"Boxer"},"request_id":{"S":"b,c"}}}},
              {"eventName":"INSERT","dynamodb":{"NewImage":{"request_id":{"S":"d"},"streak":{"S":"many"}}}}
            ]}
            """u8.ToArray();

        using var lines = LineTransform.Of(streamEvent, layout);

        Csv(lines).ShouldBe("a,2026-11-21 09:30:15.123,30,1\nb\\,c,,,0\n");
        lines.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("streak is no number");
    }

    private static string FieldOf(string column, string attribute)
    {
        // The attribute goes in as text: a JSON writer would mend its lone surrogates.
        var streamEvent = """{"Records":[{"eventName":"INSERT","dynamodb":{"NewImage":{"request_id":{"S":"r"},""" + $"\"{column}\":{attribute}" + "}}}]}";
        using var lines = Transform(Encoding.UTF8.GetBytes(streamEvent));
        lines.Rejected.ShouldBeEmpty();
        var before = Columns.All.TakeWhile(candidate => candidate.Name != column).Count();
        var prefix = "r" + new string(',', before);
        var suffix = new string(',', Columns.All.Count - before - 1) + "\n";
        var line = Csv(lines);
        line.ShouldStartWith(prefix);
        line.ShouldEndWith(suffix);
        return line[prefix.Length..^suffix.Length];
    }

    private static LineTransform Transform(byte[] streamEvent, int maxRejected = 0)
    {
        var lines = LineTransform.Of(streamEvent, LineLayout.PetMatch);
        if (lines.Rejected.Count > maxRejected)
        {
            lines.CutAt(maxRejected);
        }

        return lines;
    }

    private static JsonObject Shuffled(JsonObject value, Random random)
    {
        var properties = value.Select(property => KeyValuePair.Create(
            property.Key, property.Value is JsonObject inner ? Shuffled(inner, random) : property.Value?.DeepClone())).ToArray();
        random.Shuffle(properties);
        return new JsonObject(properties);
    }

    private static string Csv(LineTransform lines) => string.Concat(lines.Packs.Select(pack => Encoding.UTF8.GetString(pack.Data)));
}
