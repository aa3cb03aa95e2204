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
    public void Breeds_are_those_of_the_catalog()
    {
        var catalog = BreedCatalog.Parse(File.ReadAllText(Repository.Find("catalog", "breeds.csv")));

        foreach (var hit in Hits.Where(hit => hit.Outcome is Outcome.Match or Outcome.NoMatch))
        {
            hit.Breed.ShouldBe(catalog.GetValueOrDefault(
                BreedCatalog.Key(hit.Size!.Resolved!, hit.Temperament!.Resolved!, hit.Energy!.Resolved!)));
            (hit.Breed is null).ShouldBe(hit.Outcome == Outcome.NoMatch);
        }
    }

    [Fact]
    public void Unknown_words_are_written_as_they_are_heard_in_a_conversation()
    {
        var unmatched = Hits.Select(hit => hit.Unmatched).OfType<string>().ToList();

        unmatched.ShouldNotBeEmpty();
        unmatched.ShouldAllBe(text => !text.Contains(',', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public void The_hits_of_a_dialog_follow_each_other_and_only_the_last_answers()
    {
        var dialogs = Hits.GroupBy(hit => hit.SessionId).Select(dialog => dialog.ToList()).ToList();

        foreach (var dialog in dialogs)
        {
            dialog.SkipLast(1).ShouldAllBe(hit => hit.Outcome == Outcome.Elicit && hit.ElicitedSlot != null);
            dialog.Skip(1).ShouldAllBe(hit => hit.DialogState == "IN_PROGRESS" && hit.NewSession == false);
            dialog.Zip(dialog.Skip(1), (before, after) => (after.EventTime - before.EventTime).TotalSeconds).ShouldAllBe(gap => gap >= 4 && gap < 13);
            dialog.Select(hit => hit.UserId).Distinct().ShouldHaveSingleItem();
        }

        dialogs.Count(dialog => dialog.Count > 1).ShouldBeGreaterThan(dialogs.Count / 3);
    }

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
