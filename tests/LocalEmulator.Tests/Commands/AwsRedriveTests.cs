using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using LocalAws;
using LocalAws.Firehose;
using LocalEmulator.Query;
using LocalEmulator.Services;
using Microsoft.AspNetCore.Http;

namespace LocalEmulator.Tests.Commands;

/// <summary>The executable with <c>--aws</c>, where emulated services stand in for those of AWS.</summary>
public sealed class AwsRedriveTests : IDisposable
{
    private const string Bucket = "production-bucket";
    private const string Failed = $"{Names.FailurePrefix}function/shard/batch.json";

    private readonly TemporaryFolder folder = new("petmatch-aws-redrive-");
    private bool firehoseRefuses;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_batch_is_sent_once_and_moves_and_sql_finds_its_rows(bool payloadIsText)
    {
        await using var cloud = await StartAsync();
        using var s3 = LocalClients.S3(cloud.S3Address);
        await PutAsync(s3, Failed, FailureObject(payloadIsText, Record(1), Record(2), Record(3)));

        var dry = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}", "--dry-run");
        dry.ExitCode.ShouldBe(0, dry.Error);
        dry.OutputLines.ShouldBe([$"s3://{Bucket}/{Failed}: 3 to be sent", "objects: 1, broken: 0, records: 3 to be sent"]);
        (await KeysAsync(s3)).ShouldBe([Failed]);

        var first = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}");
        first.ExitCode.ShouldBe(0, first.Error);
        first.OutputLines.ShouldBe([$"s3://{Bucket}/{Failed}: 3 sent", "objects: 1, broken: 0, records: 3 sent"]);

        var second = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}");
        second.ExitCode.ShouldBe(0, second.Error);
        second.ErrorLines.ShouldContain($"Nothing lies under s3://{Bucket}/{Names.FailurePrefix}.");
        await cloud.DrainAsync(Token);
        (await KeysAsync(s3)).ShouldContain(Names.RedrivenPrefix + Failed);
        (await KeysAsync(s3)).ShouldNotContain(Failed);
        (await DeliveredAsync(cloud)).ShouldBe(["r1", "r2", "r3"]);
    }

    [Fact]
    public async Task What_is_unfit_stays_alone_and_a_quarantined_record_is_sent_once_it_is_fit()
    {
        const string Quarantined = $"{Names.QuarantinePrefix}record.json";
        await using var cloud = await StartAsync();
        using var s3 = LocalClients.S3(cloud.S3Address);
        var unfit = Record(2);
        unfit["dynamodb"]!["NewImage"]!["breed"] = new JsonObject { ["L"] = new JsonArray() };
        await PutAsync(s3, Failed, FailureObject(payloadIsText: false, Record(1), unfit, Record(3)));
        await PutAsync(s3, Quarantined, new JsonObject { ["reason"] = "it was unfit", ["record"] = Record(4) });

        var first = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}", $"s3://{Bucket}/{Names.QuarantinePrefix}");
        first.ExitCode.ShouldBe(1);
        first.OutputLines[0].ShouldBe($"s3://{Bucket}/{Failed}: 2 sent, 1 unfit");
        first.OutputLines[1].ShouldStartWith("  record 2 (sequence number 102): breed is ");
        first.OutputLines[2..].ShouldBe([$"s3://{Bucket}/{Quarantined}: 1 sent", "objects: 2, broken: 0, records: 3 sent, 1 unfit"]);

        var second = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}");
        second.ExitCode.ShouldBe(1);
        second.OutputLines[0].ShouldBe($"s3://{Bucket}/{Failed}: 1 unfit");
        await cloud.DrainAsync(Token);
        (await DeliveredAsync(cloud)).ShouldBe(["r1", "r3", "r4"]);
        (await KeysAsync(s3)).Where(key => !key.StartsWith(Names.DeliveryPrefix, StringComparison.Ordinal))
            .ShouldBe([Failed, Names.RedrivenPrefix + Failed, Names.RedrivenPrefix + Quarantined], ignoreOrder: true);
    }

    [Fact]
    public async Task What_firehose_refuses_stays_where_it_is()
    {
        firehoseRefuses = true;
        await using var cloud = await StartAsync();
        using var s3 = LocalClients.S3(cloud.S3Address);
        await PutAsync(s3, Failed, FailureObject(payloadIsText: false, Record(1)));

        var run = await RedriveAsync(cloud, $"s3://{Bucket}/{Names.FailurePrefix}");

        run.ExitCode.ShouldBe(1);
        run.OutputLines[^1].ShouldBe("objects: 1, broken: 0, records: 1 not sent");
        (await KeysAsync(s3)).ShouldBe([Failed]);
    }

    [Theory]
    [InlineData("aws/lambda/", "aws/lambda/ is no address in S3;")]
    [InlineData("s3://production-bucket", "s3://production-bucket is no address in S3;")]
    [InlineData("s3://absent-bucket/aws/", "AWS does not do it: ")]
    public async Task A_bad_address_is_one_line(string address, string message)
    {
        await using var cloud = await StartAsync();

        var run = await RedriveAsync(cloud, address);

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldHaveSingleItem().ShouldStartWith(message);
    }

    private Task<LocalCloud> StartAsync() => LocalCloud.StartAsync(
        new LocalCloudOptions(folder.Find("aws"))
        {
            Buckets = [Bucket],
            Delivery = Deployed.Delivery(SkillDefinition.PetMatch) with { Bucket = Bucket },
            FirehoseFault = (call, next) => firehoseRefuses
                ? FirehoseFaults.RefuseAsync(call.Response, StatusCodes.Status400BadRequest, "AccessDeniedException", "No.")
                : next(call),
        },
        Token);

    private Task<ProgramRun> RedriveAsync(LocalCloud cloud, params string[] arguments) => EmulatorProcess.RunWithAsync(
        folder.Path,
        input: "",
        [
            ("AWS_ENDPOINT_URL_S3", cloud.S3Address),
            ("AWS_ENDPOINT_URL_FIREHOSE", cloud.FirehoseAddress),
            ("AWS_ACCESS_KEY_ID", LocalAccount.AccessKey),
            ("AWS_SECRET_ACCESS_KEY", LocalAccount.AccessKey),
            ("AWS_REGION", LocalAccount.Region),
        ],
        ["redrive", "--aws", .. arguments, "--data", "data"]);

    /// <summary>What Lambda writes to a mapping's destination in S3; the event is in <c>payload</c>.</summary>
    private static JsonObject FailureObject(bool payloadIsText, params JsonNode[] records)
    {
        var payload = new JsonObject { ["Records"] = new JsonArray(records) };
        return new JsonObject
        {
            ["requestContext"] = new JsonObject { ["requestId"] = "316aa6d0", ["condition"] = "RetryAttemptsExhausted", ["approximateInvokeCount"] = 26 },
            ["version"] = "1.0",
            ["DDBStreamBatchInfo"] = new JsonObject { ["shardId"] = "shardId-00000001573689847184-864758bb", ["batchSize"] = records.Length },
            ["payload"] = payloadIsText ? payload.ToJsonString() : payload,
        };
    }

    private static JsonNode Record(int number) => JsonNode.Parse(
        $$"""
        {"eventID":"{{number}}","eventName":"INSERT","eventSource":"aws:dynamodb","awsRegion":"us-east-1","dynamodb": {
        "ApproximateCreationDateTime":1664559083,"Keys": {"request_id": {"S": "r{{number}}"} },"SequenceNumber":"{{100 + number}}","SizeBytes":300,
        "StreamViewType":"NEW_IMAGE","NewImage": {"request_id": {"S": "r{{number}}"}, "event_time": {"S": "2026-01-02 03:04:05.678"} } } }
        """)!;

    private static Task<PutObjectResponse> PutAsync(AmazonS3Client s3, string key, JsonObject content) => s3.PutObjectAsync(
        new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = new MemoryStream(Encoding.UTF8.GetBytes(content.ToJsonString())) }, Token);

    private static async Task<IEnumerable<string>> KeysAsync(AmazonS3Client s3) =>
        (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket }, Token)).S3Objects.Select(found => found.Key);

    private static async Task<IEnumerable<string?>> DeliveredAsync(LocalCloud cloud)
    {
        await using var engine = await QueryEngine.StartAsync(SkillDefinition.PetMatch, cloud.BucketFolder(Bucket), Token);
        return (await engine.QueryAsync("SELECT request_id FROM petmatch ORDER BY 1", Token)).Rows.Select(row => row[0]);
    }
}
