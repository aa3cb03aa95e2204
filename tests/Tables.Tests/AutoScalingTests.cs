namespace Tables.Tests;

public sealed class AutoScalingTests
{
    [Fact]
    public void A_schema_carries_its_bounds_to_the_stack()
    {
        var schema = new KeyValueSchema("breeds", Provisioned: new(Read: new(5, new AutoScaling(5, 100)), Write: new(1)));

        schema.Provisioned!.Read.AutoScaling.ShouldBe(new AutoScaling(5, 100, 70));
        schema.Provisioned.Write.AutoScaling.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 10, 70)]
    [InlineData(11, 10, 70)]
    [InlineData(1, 10, 19)]
    [InlineData(1, 10, 91)]
    public void Bounds_that_no_policy_takes_are_refused(long min, long max, int target) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AutoScaling(min, max, target));
}
