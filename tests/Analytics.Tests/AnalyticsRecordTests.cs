using System.Text;

namespace Analytics.Tests;

public sealed class AnalyticsRecordTests
{
    private static readonly Hit Bare = new() { RequestId = "r", EventTime = DateTimeOffset.UnixEpoch, Outcome = Outcome.NoMatch };

    /// <summary>As long as Alexa's ids and the longest of the catalog's values make it.</summary>
    private static readonly Hit Realistic = new()
    {
        RequestId = $"amzn1.echo-api.request.{Guid.Empty}",
        UserId = $"amzn1.ask.account.{new string('A', 189)}",
        ApiExecutionTime = 1_999,
        Animal = new SlotHit("mythical creatures", "unicorn", true),
        Size = new SlotHit("medium", "put in my pocket", true),
        Temperament = new SlotHit("family", "gentle with kids", true),
        Energy = new SlotHit("medium", "to watch netflix with", true),
        EventTime = new DateTimeOffset(2026, 11, 21, 9, 30, 15, 123, TimeSpan.Zero),
        SessionId = $"amzn1.echo-api.session.{Guid.Empty}",
        NewSession = false,
        Locale = "en-US",
        DialogState = "COMPLETED",
        Outcome = Outcome.Match,
        Breed = "Australian Cattle Dog",
        Unmatched = "pet=hamster; size=gigantic",
        Screen = true,
        SkillVersion = "10.20.30-beta.1",
    };

    [Fact]
    public void What_has_no_value_is_not_written() => Names(Bare).ShouldBe(["request_id", "event_time", "outcome"]);

    [Fact]
    public void What_is_empty_is_not_written() =>
        Names(Bare with { Locale = "", Size = new SlotHit("", "", false) })
            .ShouldBe(["request_id", "slot_value_size_is_valid", "event_time", "outcome"]);

    [Fact]
    public void Numbers_are_N_and_all_else_is_S() => Columns.Record.Item(Realistic).ShouldBe(
        from column in Columns.All
        let value = column.Value(Realistic)
        where value is not null
        select (column.Name, value, column.IsNumber));

    [Fact]
    public void An_expiry_is_epoch_seconds()
    {
        Columns.Record.Item(Bare, 2).Last().ShouldBe(("expires_at", "172800", true));
        Names(Bare).ShouldNotContain("expires_at");
    }

    [Fact]
    public void A_realistic_item_is_one_write_unit() => Size(Realistic).ShouldBeLessThanOrEqualTo(1_024);

    [Fact]
    public void So_is_the_answer_to_a_dialog_turn() =>
        Size(Realistic with { Outcome = Outcome.Elicit, ElicitedSlot = "temperament" }).ShouldBeLessThanOrEqualTo(1_024);

    /// <summary>DynamoDB's rule: UTF-8 names and strings; a number takes a byte for each two digits and one more.</summary>
    private static int Size(Hit hit) => Columns.Record.Item(hit, 365).Sum(attribute =>
        Encoding.UTF8.GetByteCount(attribute.Name)
        + (attribute.IsNumber ? ((attribute.Text.Length + 1) / 2) + 1 : Encoding.UTF8.GetByteCount(attribute.Text)));

    private static IEnumerable<string> Names(Hit hit) => Columns.Record.Item(hit).Select(attribute => attribute.Name);
}
