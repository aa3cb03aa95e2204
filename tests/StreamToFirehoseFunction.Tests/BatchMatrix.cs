using System.Text;
using System.Text.Json.Nodes;
using Analytics;
using Microsoft.AspNetCore.Http;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;
using static StreamToFirehoseFunction.Tests.StreamEvents;
using static Testing.TestServer;

namespace StreamToFirehoseFunction.Tests;

/// <summary>What can be in a batch and happen to it, and what must come of it where there is no quarantine.</summary>
internal static class BatchMatrix
{
    private const string Nothing = "";

    /// <summary>A batch and its fate.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Lines">What Firehose has taken in the end.</param>
    /// <param name="Failure">The one batch item failure; null for success.</param>
    /// <param name="Firehose">What Firehose does; takes everything where it is left out.</param>
    /// <param name="Calls">How many calls that takes; null where it does not matter.</param>
    internal sealed record Row(string Name, byte[] Event, string Lines, string? Failure, RequestDelegate[]? Firehose = null, int? Calls = null);

    public static IEnumerable<Row> Rows =>
    [
        .. WithoutInserts(), .. Mixtures(), .. Sizes(), .. Times(), .. Numbers(), .. Duplicates(), .. FirstMiddleLast(), .. Unusable(), .. Answers(),
    ];

    private static IEnumerable<Row> WithoutInserts()
    {
        yield return new("an empty object", "{}"u8.ToArray(), Nothing, null, Calls: 0);
        yield return new("no records", """{"Records":[]}"""u8.ToArray(), Nothing, null, Calls: 0);
        yield return new("null records", """{"Records":null}"""u8.ToArray(), Nothing, null, Calls: 0);
        yield return new("only MODIFY", Event(Record("1", Image("r-0"), "MODIFY"), Record("2", Image("r-1"), "MODIFY")), Nothing, null, Calls: 0);
        yield return new("only REMOVE", Event(Record("1", null, "REMOVE")), Nothing, null, Calls: 0);
        yield return new("deletes by TTL", Event(Expired("1"), Expired("2")), Nothing, null, Calls: 0);
        yield return new("no event name", Event(Record("1", Image("r-0"), null)), Nothing, null, Calls: 0);
        foreach (var name in new[] { "null", "1", "{}", "[\"INSERT\"]", "\"insert\"", "\"INSERTED\"", "\"\"" })
        {
            yield return new($"event name {name}", Event(With(Record("1", Image("r-0")), "eventName", JsonNode.Parse(name))), Nothing, null, Calls: 0);
        }
    }

    private static IEnumerable<Row> Mixtures()
    {
        yield return new(
            "inserts among everything else",
            Event(Expired("1"), Record("2", Image("r-0")), Record("3", Image("x"), "MODIFY"), Record("4", null, null), Record("5", Image("r-1")), Expired("6")),
            Line("r-0") + Line("r-1"),
            null);
        yield return new("old and new images", Event(In(Record("1", Image("r-0")), "OldImage", Image("old"))), Line("r-0"), null);
        yield return new("white space", Encoding.UTF8.GetBytes(JsonNode.Parse(Inserts(2))!.ToString()), Line("r-0") + Line("r-1"), null);
        yield return new("escaped names", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Inserts(1))
            .Replace("INSERT", "INS\\u0045RT", StringComparison.Ordinal)
            .Replace("\"breed\"", "\"bree\\u0064\"", StringComparison.Ordinal)
            .Replace("NewImage", "New\\u0049mage", StringComparison.Ordinal)), Line("r-0"), null);
        yield return new(
            "an attribute of 32 levels",
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Inserts(1)).Replace("\"NewImage\":{", "\"NewImage\":{\"extra\":" + Deep(32) + ",", StringComparison.Ordinal)),
            Line("r-0"),
            null);
    }

    private static IEnumerable<Row> Sizes()
    {
        foreach (var count in new[] { 1, 499, 500, 501, 10_000 })
        {
            var lines = string.Concat(Enumerable.Range(0, count).Select(i => Line($"r-{i}")));
            yield return new($"{count} records", Inserts(count), lines, null, Calls: 1);
        }

        var full = FirehoseLimits.MaxRecordBytes;
        yield return new("a line of 1,000 KiB", Event(Sized("1", "a", full)), SizedLine("a", full), null);
        yield return new("a line of 1,000 KiB and a byte", Event(Record("1", Image("r-0")), Sized("2", "a", full + 1)), Line("r-0"), "2");
        var rest = FirehoseLimits.MaxCallBytes - (4 * full);
        foreach (var (name, last, calls) in new[] { ("4 MiB", rest, 1), ("4 MiB and a byte", rest + 1, 2) })
        {
            (string Id, int Bytes)[] parts = [("a", full), ("b", full), ("c", full), ("d", full), ("e", last)];
            yield return new(
                $"a call of {name}",
                Event(parts.Select((part, i) => Sized($"{i}", part.Id, part.Bytes))),
                string.Concat(parts.Select(part => SizedLine(part.Id, part.Bytes))),
                null,
                Calls: calls);
        }
    }

    private static IEnumerable<Row> Times() =>
        from time in new[] { "1664559083.0", "1480642020", "\"1678831218.0\"", "1664559083123", "1.664559083E9", "null" }
        select new Row($"creation time {time}", Event(In(Record("1", Image("r-0")), "ApproximateCreationDateTime", JsonNode.Parse(time))), Line("r-0"), null);

    private static IEnumerable<Row> Numbers()
    {
        yield return new("numbers that grow longer", Event(Poison("9"), Record("10", Image("r-0"))), Nothing, "9");
        yield return new("numbers out of order", Event(Poison("10"), Record("9", Image("r-0"))), Nothing, "9");
        yield return new("numbers with leading zeros", Event(Poison("0010"), Record("9", Image("r-0"))), Nothing, "9");
        yield return new(
            "numbers of 40 digits",
            Event(Record(new string('9', 39), Image("r-0")), Poison("1" + new string('0', 39)), Poison("1" + new string('0', 38) + "1")),
            Line("r-0"),
            "1" + new string('0', 39));
        yield return new("no number, delivered", Event(In(Record("1", Image("r-0")), "SequenceNumber", null)), Line("r-0"), null);
        foreach (var number in new[] { "null", "\"\"", "8", "\"8a\"", "\"-8\"", "\" 8\"", "{}", "\"\\u0038\"" })
        {
            yield return new(
                $"number {number}, undelivered",
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Event(Record("7", Image("r-0")), Poison("8"), Record("9", Image("r-1"))))
                    .Replace("\"SequenceNumber\":\"8\"", $"\"SequenceNumber\":{number}", StringComparison.Ordinal)),
                Line("r-0"),
                "");
        }
    }

    private static IEnumerable<Row> Duplicates()
    {
        yield return new(
            "the same record twice", Event(Record("1", Image("r-0")), Record("1", Image("r-0")), Record("2", Image("r-1"))), Line("r-0") + Line("r-0") + Line("r-1"), null);
        yield return new("the same bad record twice", Event(Record("1", Image("r-0")), Poison("2"), Poison("2")), Line("r-0"), "2");
    }

    private static IEnumerable<Row> FirstMiddleLast()
    {
        // Each line fills most of a Firehose record, so that each record of the stream is taken or not by itself.
        const int Bytes = 600_000;
        var batch = Event(Sized("11", "a", Bytes), Sized("12", "b", Bytes), Sized("13", "c", Bytes));
        string[] lines = [SizedLine("a", Bytes), SizedLine("b", Bytes), SizedLine("c", Bytes)];
        var refuse = Fail(400, "ResourceNotFoundException");
        yield return new("the first is not taken", batch, lines[1] + lines[2], "11", [Take(0), refuse]);
        yield return new("the middle one is not taken", batch, lines[0] + lines[2], "12", [Take(1), refuse]);
        yield return new("the last is not taken", batch, lines[0] + lines[1], "13", [Take(2), refuse]);
        yield return new("the first and last are not taken", batch, lines[1], "11", [Take(0, 2), refuse]);
        yield return new("none is taken", batch, Nothing, "11", [TakeNone(), refuse]);
        yield return new("the first is not taken at first", batch, lines[1] + lines[2] + lines[0], null, [Take(0), Take()]);
        yield return new("one after the other is taken", batch, lines[0] + lines[1] + lines[2], null, [Take(1, 2), Take(1), TakeNone(), Take()]);
        yield return new("the first is bad", Event(Poison("1"), Record("2", Image("r-1")), Record("3", Image("r-2"))), Nothing, "1");
        yield return new("the middle one is bad", Event(Record("1", Image("r-0")), Poison("2"), Record("3", Image("r-2"))), Line("r-0"), "2");
        yield return new("the last is bad", Event(Record("1", Image("r-0")), Record("2", Image("r-1")), Poison("3")), Line("r-0") + Line("r-1"), "3");
        yield return new("all are bad", Event(Poison("1"), Poison("2"), Poison("3")), Nothing, "1");
        yield return new("one is bad and the call refused", Event(Record("1", Image("r-0")), Poison("2")), Nothing, "1", [refuse]);
    }

    private static IEnumerable<Row> Unusable() =>
        from poison in PoisonRecords.All
        select new Row($"poison: {poison.Name}", EventOf(Text(Record("1", Image("r-0"))), poison.Json, Text(Record("9", Image("r-2")))), Line("r-0"), poison.SequenceNumber);

    private static IEnumerable<Row> Answers()
    {
        var batch = Inserts(2);
        var lines = Line("r-0") + Line("r-1");
        yield return new("failures, then success", batch, lines, null, [Fail(500, "InternalFailure"), Fail(503, "ServiceUnavailableException"), Take()], 3);
        yield return new("throttles, then success", batch, lines, null, [Fail(400, "ThrottlingException"), Fail(429, "TooManyRequestsException"), Take()], 3);
        yield return new("a proxy's page, then success", batch, lines, null, [Say("<html>"), Say("<html>", 502), Take()], 3);
        yield return new("entries without ids, then success", batch, lines, null, [Say("""{"FailedPutCount":0,"RequestResponses":[{}]}"""), Take()], 2);
        yield return new("denied", batch, Nothing, "100", [Fail(400, "AccessDeniedException")], 1);
        yield return new("no such stream", batch, Nothing, "100", [Fail(400, "ResourceNotFoundException")], 1);
        yield return new("taken, then an error, then taken", batch, lines + lines, null, [TakeThen(Fail(500, "InternalFailure")), Take()], 2);
        yield return new("taken, then a reset, then refused", batch, lines, "100", [TakeThen(Reset()), Fail(400, "ResourceNotFoundException")]);
    }

    private static byte[] EventOf(params string[] records) => Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}""");

    private static string Text(JsonObject record) => record.ToJsonString();

    private static JsonObject Poison(string sequenceNumber) => Record(sequenceNumber, null);

    private static JsonObject Expired(string sequenceNumber) => With(
        Record(sequenceNumber, null, "REMOVE"), "userIdentity", new JsonObject { ["type"] = "Service", ["principalId"] = "dynamodb.amazonaws.com" });

    private static JsonObject Sized(string sequenceNumber, string id, int bytes) => Record(sequenceNumber, With(
        Image(id), "breed", StreamEvents.Text(new string('x', bytes - Line(id).Length + "Boxer".Length))));

    private static string SizedLine(string id, int bytes) =>
        Line(id).Replace("Boxer", new string('x', bytes - Line(id).Length + "Boxer".Length), StringComparison.Ordinal);

    private static string Deep(int levels) => levels == 0 ? """{"S":"x"}""" : $$$"""{"M":{"a":{{{Deep(levels - 1)}}}}}""";

    private static JsonObject With(JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    private static JsonObject In(JsonObject record, string name, JsonNode? value)
    {
        record["dynamodb"]![name] = value;
        return record;
    }
}
