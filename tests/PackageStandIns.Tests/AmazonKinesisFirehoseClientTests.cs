using System.Net;
using System.Text.Json;
using Amazon;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Record = Amazon.KinesisFirehose.Model.Record;

namespace PackageStandIns.Tests;

public sealed class AmazonKinesisFirehoseClientTests
{
    private const string AllTaken = """{"Encrypted":false,"FailedPutCount":0,"RequestResponses":[{"RecordId":"r1"}]}""";

    [Fact]
    public async Task A_batch_goes_out_as_signed_JSON_with_its_bytes_in_base64()
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, AllTaken));

        await PutAsync(endpoint, "a,b\n"u8.ToArray(), [0, 255, 254, 62, 63]);

        var request = endpoint.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/");
        request.Headers["X-Amz-Target"].ShouldBe("Firehose_20150804.PutRecordBatch");
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        request.Headers["Authorization"].ShouldMatch(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/firehose/aws4_request, "
            + "SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$");
        request.Headers["User-Agent"].ShouldContain("aws-sdk-dotnet");
        var json = JsonDocument.Parse(request.Body).RootElement;
        json.GetProperty("DeliveryStreamName").GetString().ShouldBe("pets");
        json.GetProperty("Records").EnumerateArray().Select(record => record.GetProperty("Data").GetBytesFromBase64())
            .ShouldBe(["a,b\n"u8.ToArray(), [0, 255, 254, 62, 63]]);
    }

    [Fact]
    public async Task Four_mebibytes_arrive_unchanged_whatever_the_streams_position_and_buffer()
    {
        var bytes = new byte[1_024_000];
        new Random(1).NextBytes(bytes);
        var atItsEnd = new MemoryStream();
        atItsEnd.Write(bytes);
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, AllTaken));
        using var client = Client(endpoint);

        await client.PutRecordBatchAsync(
            new PutRecordBatchRequest
            {
                DeliveryStreamName = "pets",
                Records = [new() { Data = atItsEnd }, .. Enumerable.Range(1, 3).Select(_ => new Record { Data = new MemoryStream(bytes) })],
            },
            TestContext.Current.CancellationToken);

        var records = JsonDocument.Parse(endpoint.Requests.ShouldHaveSingleItem().Body).RootElement.GetProperty("Records");
        records.GetArrayLength().ShouldBe(4);
        records.EnumerateArray().ShouldAllBe(record => record.GetProperty("Data").GetBytesFromBase64().SequenceEqual(bytes));
    }

    [Fact]
    public async Task A_success_tells_of_the_records_that_failed()
    {
        const string Answer = """
            {"RequestResponses":[{"RecordId":"r1"},{"ErrorCode":"ServiceUnavailableException","ErrorMessage":"Slow down."}],
             "Unknown":{"x":[1]},"Encrypted":true,"FailedPutCount":1}
            """;
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, Answer));

        var response = await PutAsync(endpoint, [1], [2]);

        response.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        response.ResponseMetadata.RequestId.ShouldBe("4a1f0f9b-request");
        response.FailedPutCount.ShouldBe(1);
        response.Encrypted.ShouldBe(true);
        response.RequestResponses.ShouldNotBeNull()
            .Select(entry => (entry.RecordId, entry.ErrorCode, entry.ErrorMessage))
            .ShouldBe([("r1", null, null), (null, "ServiceUnavailableException", "Slow down.")]);
    }

    [Fact]
    public async Task What_the_answer_has_beyond_the_members_is_passed_over()
    {
        const string Answer = """
            {"Later":{"FailedPutCount":7,"RequestResponses":[1]},"FailedPutCount":null,"RequestResponses":[
            {"RecordId":null,"Later":[{"RecordId":"no"}],"ErrorCode":"InternalFailure"},{"RecordId":"r2"}],"Encrypted":true}
            """;
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, Answer));

        var response = await PutAsync(endpoint, [1], [2]);

        response.FailedPutCount.ShouldBeNull();
        response.Encrypted.ShouldBe(true);
        response.RequestResponses!.Select(entry => (entry.RecordId, entry.ErrorCode)).ShouldBe([(null, "InternalFailure"), ("r2", null)]);
    }

    [Fact]
    public async Task What_the_answer_leaves_out_is_null_as_in_every_client_of_this_SDK()
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, "{}"));

        var response = await PutAsync(endpoint, [1]);

        response.FailedPutCount.ShouldBeNull();
        response.Encrypted.ShouldBeNull();
        response.RequestResponses.ShouldBeNull();
        new PutRecordBatchRequest().Records.ShouldBeNull();
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException), 1)]
    [InlineData("com.amazonaws.firehose.v20150804#ResourceNotFoundException", typeof(ResourceNotFoundException), 1)]
    [InlineData("InvalidArgumentException", typeof(InvalidArgumentException), 1)]
    [InlineData("InvalidKMSResourceException", typeof(InvalidKMSResourceException), 1)]
    [InlineData("com.amazonaws.firehose.v20150804#InvalidSourceException", typeof(InvalidSourceException), 1)]
    [InlineData("LimitExceededException", typeof(LimitExceededException), 2)]
    [InlineData("AccessDeniedException", typeof(AmazonKinesisFirehoseException), 1)]
    public async Task A_refusal_is_the_exception_of_its_type(string type, Type exceptionType, int calls)
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((400, $$"""{"__type":"{{type}}","message":"Stream pets: no."}"""));

        var exception = await Should.ThrowAsync<AmazonKinesisFirehoseException>(() => PutAsync(endpoint, [1]));

        exception.ShouldBeOfType(exceptionType);
        exception.Message.ShouldBe("Stream pets: no.");
        exception.ErrorCode.ShouldBe(type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        exception.RequestId.ShouldBe("4a1f0f9b-request");
        endpoint.Requests.Count.ShouldBe(calls, "a throttle is tried again, a mistake is not");
    }

    [Fact]
    public async Task An_unavailable_service_is_tried_again_and_then_reported()
    {
        const string Answer = """{"__type":"ServiceUnavailableException","message":"Slow down."}""";
        await using var endpoint = await FirehoseEndpoint.StartAsync((503, Answer));

        var exception = await Should.ThrowAsync<ServiceUnavailableException>(() => PutAsync(endpoint, [1, 2, 3]));

        exception.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        endpoint.Requests.Count.ShouldBe(2);
        endpoint.Requests.Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_service_that_comes_back_takes_the_batch()
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((500, """{"__type":"InternalFailure"}"""), (200, AllTaken));

        var response = await PutAsync(endpoint, [1]);

        response.FailedPutCount.ShouldBe(0);
        endpoint.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3")]
    [InlineData("AWS_ENDPOINT_URL_FIREHOSE", "AWS_ENDPOINT_URL")]
    public async Task The_environment_configures_the_client_and_its_own_endpoint_goes_first(string honoured, string passedOver)
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, AllTaken));
        using var variables = new EnvironmentVariables(
            (honoured, endpoint.Url),
            (passedOver, "http://127.0.0.1:9"),
            ("AWS_REGION", "eu-central-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"),
            ("AWS_SECRET_ACCESS_KEY", "secret"));
        using var client = new AmazonKinesisFirehoseClient();

        await client.PutRecordBatchAsync(Batch([1]), TestContext.Current.CancellationToken);

        var authorization = endpoint.Requests.ShouldHaveSingleItem().Headers["Authorization"];
        authorization.ShouldContain("Credential=AKIDENVIRONMENT/");
        authorization.ShouldContain("/eu-central-1/firehose/");
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://firehose.eu-west-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://firehose-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://firehose.us-east-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://firehose.cn-north-1.amazonaws.com.cn")]
    public void A_region_has_its_own_endpoint(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonKinesisFirehoseConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
            IgnoreConfiguredEndpointUrls = true,
        };

        config.DetermineServiceOperationEndpoint(new(Batch([1]))).URL.ShouldBe(url);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        await using var endpoint = await FirehoseEndpoint.StartAsync((200, AllTaken));
        using var client = Client(endpoint);
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => client.PutRecordBatchAsync(Batch([1]), cancelled));
    }

    private static AmazonKinesisFirehoseClient Client(TestServer endpoint) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonKinesisFirehoseConfig { ServiceURL = endpoint.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 1 });

    private static PutRecordBatchRequest Batch(params byte[][] records) => new()
    {
        DeliveryStreamName = "pets",
        Records = [.. records.Select(data => new Record { Data = new MemoryStream(data) })],
    };

    private static async Task<PutRecordBatchResponse> PutAsync(TestServer endpoint, params byte[][] records)
    {
        using var client = Client(endpoint);
        return await client.PutRecordBatchAsync(Batch(records), TestContext.Current.CancellationToken);
    }
}
