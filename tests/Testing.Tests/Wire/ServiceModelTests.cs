using System.Text;
using Testing.Wire;

namespace Testing.Tests.Wire;

/// <summary>A right call has no fault, and one that is spoiled in one place has that one.</summary>
public sealed class ServiceModelTests
{
    private const string Put = """{"TableName":"hits","Item":{"id":{"S":"a"},"n":{"N":"1"},"b":{"B":"AAAA"},"l":{"L":[{"BOOL":true}]}},"ReturnValues":"NONE"}""";
    private const string Batch = """{"DeliveryStreamName":"stream","Records":[{"Data":"AAAA"}]}""";

    [Theory]
    [InlineData("", "", null)]
    [InlineData("\"TableName\":\"hits\",", "", "input has no 'TableName', which is required")]
    [InlineData("\"hits\"", "\"hi\"", "TableName is 2 characters, of at least 3")]
    [InlineData("\"hits\"", "\"hits!\"", "TableName is 'hits!', which [a-zA-Z0-9_.-]+ does not match")]
    [InlineData("\"hits\"", "7", "TableName is no string, but Number")]
    [InlineData("\"hits\"", "null", "TableName is no string, but Null")]
    [InlineData("ReturnValues", "returnValues", "returnValues is not known; known are *")]
    [InlineData("\"NONE\"", "\"ALL\"", "ReturnValues is 'ALL', not one of NONE, ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATED_NEW")]
    [InlineData("{\"S\":\"a\"}", "\"a\"", "Item.id is no structure, but String")]
    [InlineData("{\"S\":\"a\"}", "{\"T\":\"a\"}", "Item.id.T is not known; known are *")]
    [InlineData("{\"N\":\"1\"}", "{\"N\":1}", "Item.n.N is no string, but Number")]
    [InlineData("AAAA", "AA-A", "Item.b.B is no blob, but String")]
    [InlineData("true", "\"true\"", "Item.l.L[0].BOOL is no boolean, but String")]
    [InlineData("}", "", "body is no JSON: *")]
    public void A_body_in_JSON(string part, string by, string? fault) =>
        ShouldFind(fault, "dynamodb", Json("DynamoDB_20120810.PutItem", "1.0", Replace(Put, part, by)));

    [Theory]
    [InlineData(1, 1_024_000, null)]
    [InlineData(500, 3, null)]
    [InlineData(0, 0, "Records is 0 elements, of at least 1")]
    [InlineData(501, 3, "Records is 501 elements, of at most 500")]
    [InlineData(1, 1_024_001, "Records[0].Data is 1024001 bytes, of at most 1024000")]
    public void The_limits_of_a_batch(int records, int bytes, string? fault)
    {
        var record = $$"""{"Data":"{{Convert.ToBase64String(new byte[bytes])}}"}""";
        var body = Replace(Batch, "{\"Data\":\"AAAA\"}", string.Join(',', Enumerable.Repeat(record, records)));

        ShouldFind(fault, "firehose", Json("Firehose_20150804.PutRecordBatch", "1.1", body));
    }

    [Theory]
    [InlineData("X-Amz-Target", "Firehose_20150804.PutRecordBatches", "X-Amz-Target is 'Firehose_20150804.PutRecordBatches', which is no operation *")]
    [InlineData("X-Amz-Target", "DynamoDB_20120810.PutItem", "X-Amz-Target is 'DynamoDB_20120810.PutItem', which is no operation *")]
    [InlineData("Content-Type", "application/x-amz-json-1.0", "Content-Type is 'application/x-amz-json-1.0', not 'application/x-amz-json-1.1'")]
    [InlineData("X-Amz-Api-Version", "2012-08-10", "X-Amz-Api-Version is '2012-08-10', not '2015-08-04'")]
    [InlineData("X-Amz-Acl", "private", "header 'X-Amz-Acl' is not known")]
    public void The_headers_of_JSON(string name, string value, string fault)
    {
        var call = Json("Firehose_20150804.PutRecordBatch", "1.1", Batch);
        ShouldFind(fault, "firehose", call with { Headers = new Dictionary<string, string>(call.Headers, StringComparer.OrdinalIgnoreCase) { [name] = value } });
    }

    [Theory]
    [InlineData("PUT", "/", "method is 'PUT', not 'POST'")]
    [InlineData("POST", "/stream", "path is '/stream', not '/'")]
    public void The_request_line_of_JSON(string method, string path, string fault) => ShouldFind(
        fault, "firehose", Json("Firehose_20150804.PutRecordBatch", "1.1", Batch) with { Method = method, Path = path });

    [Theory]
    [InlineData("S3 PutObject", "PUT", "/bucket/key/of/more", "", "", "body", null)]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "?x-id=PutObject", "x-amz-storage-class: STANDARD", "body", null)]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "", "x-amz-meta-mine: 1", "body", null)]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "", "x-amz-storage-class: COLD", "body", "StorageClass is 'COLD', not one of STANDARD, *")]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "", "x-amz-object-lock-mod: GOVERNANCE", "body", "header 'x-amz-object-lock-mod' is not known")]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "?version=1", "", "body", "query 'version' is not known")]
    [InlineData("S3 PutObject", "PUT", "/bucket/key", "", "x-amz-server-side-encryption-bucket-key-enabled: yes", "body", "BucketKeyEnabled is 'yes', which is no boolean")]
    [InlineData("S3 UploadPart", "PUT", "/bucket/key", "?partNumber=one&uploadId=u", "", "body", "PartNumber is 'one', which is no integer")]
    [InlineData("S3 CopyObject", "PUT", "/bucket/key", "", "x-amz-copy-source: /bucket/other", "", null)]
    [InlineData("S3 GetObject", "GET", "/bucket/key", "", "", "", null)]
    [InlineData("S3 GetObjectTagging", "GET", "/bucket/key", "?tagging", "", "", null)]
    [InlineData("S3 GetObject", "GET", "/bucket/key", "", "", "body", "body is '4 bytes', not '0 bytes'")]
    [InlineData("S3 DeleteObject", "DELETE", "/bucket/key", "", "", "", null)]
    [InlineData("S3 PATCH /bucket/key", "PATCH", "/bucket/key", "", "", "", "no operation has this method, path and query")]
    public void A_call_of_REST(string operation, string method, string path, string query, string header, string body, string? fault)
    {
        var headers = header.Length == 0 ? [] : new[] { header.Split(": ") }.ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

        ShouldFind(fault, "s3", new ReceivedRequest(method, path, query, headers, Encoding.UTF8.GetBytes(body))).ShouldBe(operation);
    }

    private static string ShouldFind(string? fault, string service, ReceivedRequest request)
    {
        Assert.SkipWhen(AwsModels.Obstacle is not null, AwsModels.Obstacle ?? "");
        var call = AwsModels.Load(service).Check(request);
        if (fault is null)
        {
            call.Faults.ShouldBeEmpty();
        }
        else
        {
            call.Faults.ShouldHaveSingleItem().ShouldStartWith(fault.TrimEnd('*'));
        }

        return call.Name;
    }

    private static ReceivedRequest Json(string target, string version, string body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["X-Amz-Target"] = target,
            ["Content-Type"] = $"application/x-amz-json-{version}",
        };
        return new ReceivedRequest("POST", "/", "", headers, Encoding.UTF8.GetBytes(body));
    }

    private static string Replace(string text, string part, string by) => part.Length == 0 ? text : text.Replace(part, by, StringComparison.Ordinal);
}
