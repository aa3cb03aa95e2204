using Analytics;
using LocalEmulator.Conversations;

namespace LocalEmulator.Tests.Conversations;

public sealed class RandomHitsTests
{
    private static readonly List<Hit> Hits =
        [.. Enumerable.Range(0, 1_000).Select(number => RandomHits.Create(7, number, DateTimeOffset.UnixEpoch))];

    [Fact]
    public void The_same_seed_gives_the_same_hits_and_every_one_its_own_id()
    {
        RandomHits.Create(7, 999, DateTimeOffset.UnixEpoch).ShouldBe(Hits[999]);
        Hits.Select(hit => hit.RequestId).Distinct().Count().ShouldBe(Hits.Count);
    }

    [Fact]
    public void Every_outcome_occurs() => Hits.Select(hit => hit.Outcome).Distinct().ShouldBe(Enum.GetValues<Outcome>(), ignoreOrder: true);

    [Fact]
    public void An_item_holds_the_columns_that_have_a_value_in_one_write_unit()
    {
        foreach (var hit in Hits)
        {
            var item = RandomHits.Item(hit);

            item.Keys.ShouldBe(Columns.All.Where(column => column.Value(hit) is not null).Select(column => column.Name));
            Columns.All.Where(column => item.ContainsKey(column.Name))
                .All(column => (column.IsNumber ? item[column.Name].N : item[column.Name].S) == column.Value(hit)).ShouldBeTrue();
            item.Sum(attribute => attribute.Key.Length + (attribute.Value.S ?? attribute.Value.N).Length).ShouldBeLessThanOrEqualTo(1_024);
        }
    }
}
