using System.Text;
using Analytics;
using SkillFunction.Hits;

namespace SkillFunction.Tests.Hits;

public sealed class HitItemTests
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    private static readonly Hit Bare = new(
        "r", null, null, null, null, null, null, Epoch, null, null, null, null, Outcome.NoMatch, null, null, null, null, null);

    /// <summary>As long as Alexa's ids and the longest of the catalog's values make it.</summary>
    private static readonly Hit Realistic = new(
        $"amzn1.echo-api.request.{Guid.Empty}",
        $"amzn1.ask.account.{new string('A', 189)}",
        1_999,
        new SlotHit("mythical creatures", "unicorn", true),
        new SlotHit("medium", "put in my pocket", true),
        new SlotHit("family", "gentle with kids", true),
        new SlotHit("medium", "to watch netflix with", true),
        new DateTimeOffset(2026, 11, 21, 9, 30, 15, 123, TimeSpan.Zero),
        $"amzn1.echo-api.session.{Guid.Empty}",
        false,
        "en-US",
        "COMPLETED",
        Outcome.Match,
        "Australian Cattle Dog",
        null,
        "pet=hamster; size=gigantic",
        true,
        "10.20.30-beta.1");

    [Fact]
    public void What_has_no_value_is_not_written() => HitItem.Of(Bare, 0).Keys.ShouldBe(["request_id", "event_time", "outcome"]);

    [Fact]
    public void What_is_empty_is_not_written() =>
        HitItem.Of(Bare with { Locale = "", Size = new SlotHit("", "", false) }, 0).Keys
            .ShouldBe(["request_id", "slot_value_size_is_valid", "event_time", "outcome"]);

    [Fact]
    public void Numbers_are_N_and_all_else_is_S()
    {
        foreach (var column in Columns.All)
        {
            if (HitItem.Of(Realistic, 0).TryGetValue(column.Name, out var value))
            {
                (column.IsNumber ? value.N : value.S).ShouldBe(column.Value(Realistic));
                (column.IsNumber ? value.S : value.N).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void An_expiry_is_epoch_seconds()
    {
        HitItem.Of(Bare, 2)["expires_at"].N.ShouldBe("172800");
        HitItem.Of(Bare, 0).ShouldNotContainKey("expires_at");
    }

    [Fact]
    public void A_realistic_item_is_one_write_unit() => Size(Realistic).ShouldBeLessThanOrEqualTo(1_024);

    [Fact]
    public void So_is_the_answer_to_a_dialog_turn() =>
        Size(Realistic with { Outcome = Outcome.Elicit, ElicitedSlot = "temperament" }).ShouldBeLessThanOrEqualTo(1_024);

    /// <summary>DynamoDB's rule: UTF-8 names and strings; a number takes a byte for each two digits and one more.</summary>
    private static int Size(Hit hit) => HitItem.Of(hit, 365).Sum(attribute =>
        Encoding.UTF8.GetByteCount(attribute.Key)
        + (attribute.Value.N is { } number ? ((number.Length + 1) / 2) + 1 : Encoding.UTF8.GetByteCount(attribute.Value.S)));
}
