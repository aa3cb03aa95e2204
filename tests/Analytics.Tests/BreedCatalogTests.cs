namespace Analytics.Tests;

public sealed class BreedCatalogTests
{
    [Fact]
    public void The_catalog_covers_36_combinations_and_leaves_two_empty()
    {
        var csv = Checkout.Read("catalog", "breeds.csv");

        var breeds = BreedCatalog.Parse(csv);

        var keys = from size in new[] { "large", "medium", "small", "tiny" }
                   from temperament in new[] { "watch", "guard", "family" }
                   from energy in new[] { "low", "medium", "high" }
                   select BreedCatalog.Key(size, temperament, energy);
        csv.TrimEnd().Split('\n').Length.ShouldBe(1 + 36);
        keys.Except(breeds.Keys).Count().ShouldBe(2);
        breeds.Keys.Except(keys).ShouldBeEmpty();
        breeds["canine-high-medium-family"].ShouldBe("Boxer");
    }

    [Theory]
    [InlineData("size,breed\n", "first line is 'size,breed'")]
    [InlineData("size,temperament,energy,breed\ntiny,guard\n", "Line 2")]
    [InlineData("size,temperament,energy,breed\ntiny,guard,low,A\ntiny,guard,low,B\n", "Line 3")]
    public void A_flaw_is_named_with_its_line(string csv, string expected) =>
        Should.Throw<FormatException>(() => BreedCatalog.Parse(csv)).Message.ShouldContain(expected);
}
