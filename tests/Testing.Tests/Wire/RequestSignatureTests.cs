using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using LocalAws;
using Testing.Wire;

namespace Testing.Tests.Wire;

/// <summary>A call that the SDK has signed is right, and no longer once anything of it is changed.</summary>
public sealed class RequestSignatureTests
{
    [Fact]
    public async Task A_signed_call_that_was_changed_is_found_out()
    {
        Assert.SkipWhen(AwsModels.Obstacle is not null, AwsModels.Obstacle ?? "");
        var request = await RecordAsync();

        Faults(request).ShouldBeEmpty();
        Faults(request with { Body = [.. request.Body, (byte)' '] }).ShouldContain(fault => fault.StartsWith("the signature is"));
        Faults(With(request, "X-Amz-Date", "20260101T000000Z")).ShouldHaveSingleItem().ShouldStartWith("the signature is");
        Faults(With(request, "X-Amz-Security-Token", "token")).ShouldContain("the signature leaves out x-amz-security-token");
        Faults(With(request, "X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD")).ShouldContain(fault => fault.StartsWith("X-Amz-Content-SHA256 is 'UNSIGNED-PAYLOAD'"));
        Faults(With(request, "Authorization", "Bearer x")).ShouldBe(["it is not signed with AWS4-HMAC-SHA256"]);
    }

    [Fact]
    public async Task A_service_that_is_not_expected_answers_with_an_error_and_is_on_record()
    {
        await using var recorder = await AwsRecorder.StartAsync(("s3", "http://127.0.0.1:9"));
        using var client = Client(recorder.Url);

        await Should.ThrowAsync<AmazonDynamoDBException>(() => client.ListTablesAsync(TestContext.Current.CancellationToken));

        recorder.Requests.ShouldHaveSingleItem();
    }

    private static async Task<ReceivedRequest> RecordAsync()
    {
        await using var service = await TestServer.StartAsync(TestServer.Say("{}"));
        await using var recorder = await AwsRecorder.StartAsync(("dynamodb", service.Url));
        using var client = Client(recorder.Url);
        await client.PutItemAsync("hits", new() { ["id"] = new AttributeValue("größer") }, TestContext.Current.CancellationToken);
        service.Requests.ShouldHaveSingleItem().Body.ShouldBe(recorder.Requests.ShouldHaveSingleItem().Body);
        return recorder.Requests[0];
    }

    private static AmazonDynamoDBClient Client(string url) => new(
        new BasicAWSCredentials(LocalAccount.AccessKey, LocalAccount.AccessKey),
        new AmazonDynamoDBConfig { ServiceURL = url, AuthenticationRegion = LocalAccount.Region, MaxErrorRetry = 0 });

    private static IReadOnlyList<string> Faults(ReceivedRequest request) => AwsModels.Check(request).Faults;

    private static ReceivedRequest With(ReceivedRequest request, string header, string value) =>
        request with { Headers = new Dictionary<string, string>(request.Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };
}
