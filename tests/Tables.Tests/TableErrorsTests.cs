using Tables.Tests.Fakes;

namespace Tables.Tests;

public sealed class TableErrorsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ResourceNotFoundException", TableFailure.TableMissing, "Table 'breeds'")]
    [InlineData("AccessDeniedException", TableFailure.AccessDenied, "dynamodb:GetItem")]
    [InlineData("ProvisionedThroughputExceededException", TableFailure.Throttled, "throttled")]
    [InlineData("RequestLimitExceeded", TableFailure.Throttled, "throttled")]
    [InlineData("ThrottlingException", TableFailure.Throttled, "throttled")]
    [InlineData("ValidationException", TableFailure.Refused, "said so")]
    [InlineData("UnrecognizedClientException", TableFailure.Refused, "said so")]
    public async Task An_error_of_the_service_has_its_reason(string code, TableFailure reason, string message)
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Error(code));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).GetAsync("secret key", Cancellation));

        failure.Reason.ShouldBe(reason);
        failure.Message.ShouldContain(message);
        failure.Message.ShouldNotContain("secret key");
    }

    [Theory]
    [InlineData("The provided key element does not match the schema")]
    [InlineData("One of the required keys was not given a value; Missing the key id in the item")]
    public async Task Another_key_than_the_tables_is_told_apart(string message)
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Error("ValidationException", message));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).GetAsync("a", Cancellation));

        failure.Reason.ShouldBe(TableFailure.SchemaDiffers);
        failure.Message.ShouldContain("'breeds' has other keys");
    }

    [Fact]
    public async Task What_may_be_done_is_told_without_what_the_service_said()
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Error("AccessDeniedException"));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).GetAsync("a", Cancellation));

        failure.Message.ShouldNotContain("said so");
    }

    [Fact]
    public async Task A_failing_service_is_unavailable()
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Error("InternalServerError", status: 500));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).GetAsync("a", Cancellation));

        failure.Reason.ShouldBe(TableFailure.Unavailable);
    }

    [Fact]
    public async Task A_service_out_of_reach_is_unavailable()
    {
        using var service = new CannedDynamoDb((_, _) => throw new HttpRequestException("no route"));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).PutAsync("a", "b", Cancellation));

        failure.Reason.ShouldBe(TableFailure.Unavailable);
        failure.Message.ShouldContain("PutItem on table 'breeds'");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_unavailable()
    {
        using var service = new CannedDynamoDb((_, _) => throw new TaskCanceledException("too slow", new TimeoutException()));

        var failure = await Should.ThrowAsync<TableException>(() => Table(service).GetAsync("a", Cancellation));

        failure.Reason.ShouldBe(TableFailure.Unavailable);
    }

    [Fact]
    public async Task A_caller_that_gives_up_sees_its_cancellation()
    {
        using var service = new CannedDynamoDb((_, _) => CannedDynamoDb.Ok("{}"));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Table(service).GetAsync("a", given.Token));
    }

    private static KeyValueTable<string> Table(CannedDynamoDb service) => new(service.Client, new("breeds"), ValueMapping.Text);
}
