namespace Tables.Tests;

public sealed class BackoffTests
{
    [Fact]
    public void Delays_double_up_to_the_longest_and_keep_at_least_half()
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(1_000));
        var random = new Random(1);
        double[] wholes = [100, 200, 400, 800, 1_000, 1_000];

        for (var attempt = 0; attempt < wholes.Length; attempt++)
        {
            backoff.Delay(attempt, random).TotalMilliseconds.ShouldBeInRange(wholes[attempt] / 2, wholes[attempt]);
        }

        backoff.Delay(10_000, random).ShouldBeLessThanOrEqualTo(backoff.Longest);
    }
}
