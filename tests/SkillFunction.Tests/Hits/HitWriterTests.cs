using System.Text;
using System.Text.Json.Nodes;
using Analytics;
using FunctionHosting;
using Microsoft.AspNetCore.Http;
using SkillFunction.Tests.Fakes;
using SkillHosting;

namespace SkillFunction.Tests.Hits;

public sealed class HitWriterTests : IDisposable
{
    private static readonly Hit Hit = new() { RequestId = "r", EventTime = TestTime.Start, Outcome = Outcome.NoMatch };

    private readonly MemoryStream metricLines = new();
    private readonly LogLines log = new();

    /// <summary>What the invocation counted, apart from its cold start.</summary>
    private string Counted => string.Join(' ', JsonNode.Parse(Encoding.UTF8.GetString(metricLines.ToArray()))!.AsObject()
        .Where(property => property.Key is "Hits" or "HitsNotWritten").Select(property => $"{property.Key}={property.Value}"));

    public void Dispose() => metricLines.Dispose();

    [Fact]
    public async Task A_hit_is_put_unless_its_request_has_a_row()
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();

        await WriteAsync(dynamoDb);

        var call = dynamoDb.Calls.ShouldHaveSingleItem();
        ((string?)call["TableName"]).ShouldBe("my-hits");
        ((string?)call["ConditionExpression"]).ShouldBe("attribute_not_exists(request_id)");
        ((string?)call["Item"]!["expires_at"]!["N"]).ShouldBe("1795339815");
        Counted.ShouldBe("Hits=1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hit_whose_first_answer_was_lost_counts_as_written(bool returnsTheItem)
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();
        JsonNode? table = null;
        dynamoDb.Answer = context =>
        {
            var isPut = IsPut(context);
            if (isPut && table is null)
            {
                table = dynamoDb.Calls.Last()["Item"];
                context.Abort();
                return Task.CompletedTask;
            }

            return isPut ? FailCondition(context, returnsTheItem ? table : null) : ReplyAsync(context, 200, new() { ["Item"] = table!.DeepClone() });
        };

        await WriteAsync(dynamoDb);

        dynamoDb.Calls.Count.ShouldBe(returnsTheItem ? 2 : 3);
        Counted.ShouldBe("Hits=1");
        log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("event_time", "2026-11-21 09:30:14.123")]
    [InlineData("expires_at", null)]
    [InlineData("breed", "Boxer")]
    public async Task A_row_of_another_invocation_stands_and_is_not_counted_again(string attribute, string? value)
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();
        dynamoDb.Answer = context =>
        {
            var standing = dynamoDb.Calls.Last()["Item"]!.DeepClone().AsObject();
            standing.Remove(attribute);
            if (value is not null)
            {
                standing[attribute] = new JsonObject { ["S"] = value };
            }

            return FailCondition(context, standing);
        };

        await WriteAsync(dynamoDb);

        Counted.ShouldBe("");
        log.All.ShouldHaveSingleItem().ShouldContain("its hit stands already");
    }

    [Fact]
    public async Task A_hit_that_is_refused_is_counted_as_not_written()
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();
        dynamoDb.Answer = FakeDynamoDb.Fail(400, "ResourceNotFoundException");

        await WriteAsync(dynamoDb);

        Counted.ShouldBe("HitsNotWritten=1");
        log.All.ShouldHaveSingleItem().ShouldStartWith("Error: A hit was not written: ResourceNotFoundException");
    }

    [Fact]
    public async Task A_cancelled_caller_hears_of_it()
    {
        await using var dynamoDb = await FakeDynamoDb.StartAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => WriteAsync(dynamoDb, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_write_takes_one_second_at_most() => HitWriter.Limit.ShouldBe(TimeSpan.FromSeconds(1));

    private static bool IsPut(HttpContext context) => context.Request.Headers["X-Amz-Target"].ToString().EndsWith(".PutItem", StringComparison.Ordinal);

    private static Task FailCondition(HttpContext context, JsonNode? item) => ReplyAsync(
        context,
        400,
        new JsonObject
        {
            ["__type"] = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
            ["message"] = "The conditional request failed",
            ["Item"] = item?.DeepClone(),
        });

    private static Task ReplyAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync(answer.ToJsonString());
    }

    private async Task WriteAsync(FakeDynamoDb dynamoDb, CancellationToken? cancellationToken = null)
    {
        var time = new TestTime();
        var metrics = new EmbeddedMetrics(new JsonLogger(metricLines, time), "skill", time);
        await new HitWriter<Hit>(Columns.Record, dynamoDb.Client, "my-hits", 1, time, metrics, log)
            .WriteAsync(Hit, cancellationToken ?? TestContext.Current.CancellationToken);
        metrics.Flush();
    }
}
