using Analytics;
using SkillFunction.Hits;
using SkillFunction.Tests.Fakes;

namespace SkillFunction.Tests.Hits;

public sealed class HitWriterTests
{
    private static readonly Hit Hit = new() { RequestId = "r", EventTime = SteppingTime.Now, Outcome = Outcome.NoMatch };

    [Fact]
    public async Task A_hit_is_put_unless_its_request_has_a_row()
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();
        var writer = new HitWriter(dynamoDb.Client, "my-hits", 1, new SteppingTime(), NoMetrics.Create(), new LogLines());

        await writer.WriteAsync(Hit, TestContext.Current.CancellationToken);

        var call = dynamoDb.Calls.ShouldHaveSingleItem();
        ((string?)call["TableName"]).ShouldBe("my-hits");
        ((string?)call["ConditionExpression"]).ShouldBe("attribute_not_exists(request_id)");
        ((string?)call["Item"]!["expires_at"]!["N"]).ShouldBe("1795339815");
        writer.Lost.ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_caller_hears_of_it()
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();
        var writer = new HitWriter(dynamoDb.Client, "my-hits", 1, new SteppingTime(), NoMetrics.Create(), new LogLines());

        await Should.ThrowAsync<OperationCanceledException>(() => writer.WriteAsync(Hit, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_write_takes_one_second_at_most() => HitWriter.Limit.ShouldBe(TimeSpan.FromSeconds(1));
}
