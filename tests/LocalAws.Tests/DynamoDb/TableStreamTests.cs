using System.Globalization;
using System.Numerics;
using System.Text.Json;
using LocalAws.DynamoDb;

namespace LocalAws.Tests.DynamoDb;

public sealed class TableStreamTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_record_has_the_shape_of_DynamoDB_Streams()
    {
        var log = Open();

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
        var log = Open();
        var item = JsonElement.Parse("""{"id":{"S":"r1"},"a":{"S":"1"}}""");
        var reordered = JsonElement.Parse("""{"a":{"S":"1"},"id":{"S":"r1"}}""");

        log.Append([new StreamChange(Key("r1"), item, reordered), new StreamChange(Key("r2"), null, null)]);

        log.End.ShouldBe(0);
    }

    [Fact]
    public void Sequence_numbers_grow_as_numbers_though_their_length_changes()
    {
        var log = Open();

        log.Append(Enumerable.Range(0, 250).Select(number => Insert($"r{number}")));

        var numbers = log.Read(0).Select(record => record.SequenceNumber).ToList();
        numbers.Select(text => BigInteger.Parse(text, CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Ascending);
        numbers.ShouldBeUnique();
        numbers.Select(text => text.Length).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Records_are_read_from_any_position_and_kept_until_they_are_processed()
    {
        var log = Open();
        log.Append([Insert("r1"), Insert("r2"), Insert("r3")]);

        var records = log.Read(0).ToList();
        log.Commit(records[0]);

        records.Select(Id).ShouldBe(["r1", "r2", "r3"]);
        log.Read(log.Checkpoint).Select(Id).ShouldBe(["r2", "r3"]);
        log.Read(records[1].Position).Select(Id).ShouldBe(["r3"]);
        log.Read(log.End).ShouldBeEmpty();
    }

    [Fact]
    public void A_later_stream_of_the_table_has_greater_numbers()
    {
        var log = Open();
        var later = new TableStream("hits", time, firstNumber: 1_000);
        log.Append([Insert("r1")]);
        later.Append([Insert("r1")]);

        Number(later.Read(0).Single().SequenceNumber).ShouldBeGreaterThan(Number(log.Read(0).Single().SequenceNumber));
    }

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static JsonElement Key(string id) => JsonElement.Parse($$$"""{"id":{"S":"{{{id}}}"}}""");

    private static StreamChange Insert(string id, string? item = null) =>
        new(Key(id), null, item is null ? Key(id) : JsonElement.Parse(item));

    private static string Id(StreamRecord record) =>
        JsonElement.Parse(record.Json.Span).GetProperty("dynamodb").GetProperty("Keys").GetProperty("id").GetProperty("S").GetString()!;

    private TableStream Open() => new("hits", time);
}
