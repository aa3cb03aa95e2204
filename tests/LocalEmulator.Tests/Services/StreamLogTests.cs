using System.Globalization;
using System.Numerics;
using System.Text.Json;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

public sealed class StreamLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));

    private string FilePath => folder.Find("hits.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_has_the_shape_of_DynamoDB_Streams()
    {
        using var log = Open();

        log.Append([Insert("r1", """{"id":{"S":"r1"},"n":{"N":"12"},"ä":{"L":[{"S":"x"},{"M":{"y":{"BOOL":true}}}]}}""")]);

        var record = JsonElement.Parse(log.Read(0).Single().Json.Span);
        record.GetProperty("eventID").GetString()!.Length.ShouldBe(32);
        record.GetProperty("eventName").GetString().ShouldBe("INSERT");
        record.GetProperty("eventVersion").GetString().ShouldBe("1.1");
        record.GetProperty("eventSource").GetString().ShouldBe("aws:dynamodb");
        record.GetProperty("awsRegion").GetString().ShouldBe("us-east-1");
        record.GetProperty("eventSourceARN").GetString()!.ShouldStartWith("arn:aws:dynamodb:us-east-1:000000000000:table/hits/stream/");
        var change = record.GetProperty("dynamodb");
        change.GetProperty("ApproximateCreationDateTime").GetInt64().ShouldBe(time.GetUtcNow().ToUnixTimeSeconds());
        change.GetProperty("Keys").GetRawText().ShouldBe("""{"id":{"S":"r1"}}""");
        change.GetProperty("NewImage").GetProperty("n").GetProperty("N").GetString().ShouldBe("12");
        change.GetProperty("StreamViewType").GetString().ShouldBe("NEW_IMAGE");
        change.GetProperty("SizeBytes").GetInt32().ShouldBe(4 + 4 + 3 + (2 + 3 + 1 + 1 + 1 + 3 + 1 + 1));
        change.GetProperty("SequenceNumber").GetString()!.Length.ShouldBeInRange(21, 40);
    }

    [Fact]
    public void What_does_not_change_is_no_record()
    {
        using var log = Open();
        var item = JsonElement.Parse("""{"id":{"S":"r1"},"a":{"S":"1"}}""");
        var reordered = JsonElement.Parse("""{"a":{"S":"1"},"id":{"S":"r1"}}""");

        log.Append([new StreamChange(Key("r1"), item, reordered), new StreamChange(Key("r2"), null, null)]);

        log.End.ShouldBe(0);
    }

    [Fact]
    public void Sequence_numbers_grow_as_numbers_though_their_length_changes()
    {
        using var log = Open();

        log.Append(Enumerable.Range(0, 250).Select(number => Insert($"r{number}")));

        var numbers = log.Read(0).Select(record => record.SequenceNumber).ToList();
        numbers.Select(text => BigInteger.Parse(text, CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Ascending);
        numbers.ShouldBeUnique();
        numbers.Select(text => text.Length).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Records_are_read_from_any_offset_however_long_they_are()
    {
        using var log = Open();
        string[] ids = ["short", new string('x', 300_000), "end"];
        log.Append(ids.Select(id => Insert(id)));

        var records = log.Read(0).ToList();

        records.Select(Id).ShouldBe(ids);
        log.Read(records[0].End).Select(Id).ShouldBe(ids[1..]);
        log.Read(records[^1].End).ShouldBeEmpty();
        records[^1].End.ShouldBe(log.End);
    }

    [Fact]
    public void A_log_opened_again_goes_on_where_it_stopped()
    {
        string last;
        using (var log = Open())
        {
            log.Append([Insert("r1"), Insert("r2"), Insert("r3")]);
            log.Commit(log.Read(0).First());
            last = log.Read(0).Last().SequenceNumber;
        }

        using var again = Open();
        again.Append([Insert("r4")]);

        again.Read(again.Checkpoint).Select(Id).ShouldBe(["r2", "r3", "r4"]);
        Number(again.Read(again.Checkpoint).Last().SequenceNumber).ShouldBeGreaterThan(Number(last));
    }

    [Fact]
    public void A_log_without_waiting_records_begins_anew_but_its_numbers_grow()
    {
        string last;
        using (var log = Open())
        {
            log.Append([Insert("r1"), Insert("r2")]);
            log.Commit(log.Read(0).Last());
            last = log.Read(0).Last().SequenceNumber;
        }

        using var again = Open();

        new FileInfo(FilePath).Length.ShouldBe(0);
        again.Append([Insert("r3")]);
        Number(again.Read(0).Single().SequenceNumber).ShouldBeGreaterThan(Number(last));
    }

    [Fact]
    public void Half_a_record_that_a_crash_left_is_cut_off()
    {
        using (var log = Open())
        {
            log.Append([Insert("r1")]);
        }

        File.AppendAllText(FilePath, "{\"eventName\":\"INS");

        using var again = Open();
        again.Append([Insert("r2")]);

        again.Read(0).Select(Id).ShouldBe(["r1", "r2"]);
    }

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static JsonElement Key(string id) => JsonElement.Parse($$$"""{"id":{"S":"{{{id}}}"}}""");

    private static StreamChange Insert(string id, string? item = null) =>
        new(Key(id), null, item is null ? Key(id) : JsonElement.Parse(item));

    private static string Id(StreamRecord record) =>
        JsonElement.Parse(record.Json.Span).GetProperty("dynamodb").GetProperty("Keys").GetProperty("id").GetProperty("S").GetString()!;

    private StreamLog Open() => new(folder.Path, "hits", time);
}
