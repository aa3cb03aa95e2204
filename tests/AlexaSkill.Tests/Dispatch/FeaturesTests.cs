using AlexaSkill.Dispatch;

namespace AlexaSkill.Tests.Dispatch;

public sealed class FeaturesTests
{
    [Fact]
    public void A_feature_is_found_by_the_type_it_was_set_by()
    {
        var feature = new List<int>();
        var features = Features.Of<IReadOnlyList<int>>(feature);

        features.Find<IReadOnlyList<int>>().ShouldBeSameAs(feature);
        features.Get<IReadOnlyList<int>>().ShouldBeSameAs(feature);
        features.Find<List<int>>().ShouldBeNull();
    }

    [Fact]
    public void The_last_one_of_a_type_counts()
    {
        var features = Features.Of("first");

        features.Set("second");

        features.Get<string>().ShouldBe("second");
    }

    [Fact]
    public void One_that_has_to_be_there_and_is_not_is_named() =>
        Should.Throw<InvalidOperationException>(() => new Features().Get<FeaturesTests>()).Message.ShouldContain(nameof(FeaturesTests));
}
