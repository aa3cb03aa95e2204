using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace LocalAws.Tests.S3;

public sealed class S3ServerTests(LocalS3 s3) : IClassFixture<LocalS3>
{
    public static TheoryData<string> Keys =>
    [
        "plain.txt", "deep/er/key", "with space & +sign/ü/日本/😀", "percent%2F%41%", "question?mark=1#hash", "a//b", "/rooted", "ends/", "//",
        "dots/./in", "dots/../out", "..", ".", "../../../../etc/passwd", "trail./x.", "trail /x ", "back\\slash\\..", "co:lon|pipe<>\"*", "ctrl\u0001\t",
        "long/" + new string('n', 900), new string('ü', 512), new string('.', 300),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300_000)]
    public async Task What_a_client_with_default_settings_streams_is_stored_byte_for_byte(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(number => (char)('a' + (number % 26))));
        var request = new PutObjectRequest
        {
            BucketName = LocalS3.Bucket,
            Key = $"some/{length}.txt",
            ContentType = "text/plain",
            InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            Metadata = { ["colour"] = "red" },
        };

        await s3.Client.PutObjectAsync(request, Cancellation);

        (await File.ReadAllTextAsync(Path.Combine(s3.BucketFolder, "some", $"{length}.txt"), Cancellation)).ShouldBe(text);
        (await s3.ReadAsync(request.Key)).ShouldBe(text);
        using var found = await s3.Client.GetObjectAsync(LocalS3.Bucket, request.Key, Cancellation);
        found.Headers.ContentType.ShouldBe("text/plain");
        found.Headers.ContentEncoding.ShouldBeNullOrEmpty();
        found.Metadata["colour"].ShouldBe("red");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_key_comes_back_and_stays_in_its_bucket(string key)
    {
        // As other SDKs send it; .NET's own client would resolve dots.
        var path = $"/{LocalS3.Bucket}/{Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal)}";

        (await SendAsync($"PUT {path}", key)).ShouldStartWith("HTTP/1.1 200");

        (await SendAsync($"GET {path}", "")).ShouldEndWith($"\r\n\r\n{key}");
        s3.Store.Keys(LocalS3.Bucket).ShouldContain(key);
        Directory.EnumerateFiles(s3.BucketFolder, "*", SearchOption.AllDirectories).Count(file => File.ReadAllText(file) == key).ShouldBe(1);
        (await SendAsync($"DELETE {path}", "")).ShouldStartWith("HTTP/1.1 204");
        (await SendAsync($"GET {path}", "")).ShouldStartWith("HTTP/1.1 404");
        s3.Store.Keys(LocalS3.Bucket).ShouldNotContain(key);
    }

    [Fact]
    public async Task A_key_may_be_the_beginning_of_others()
    {
        foreach (var key in new[] { "pair/a", "pair/a/b", "pair/c/d", "pair/c" })
        {
            await PutAsync(key, key);
        }

        foreach (var key in new[] { "pair/a", "pair/a/b", "pair/c", "pair/c/d" })
        {
            (await s3.ReadAsync(key)).ShouldBe(key);
        }

        (await ListAsync(new() { Prefix = "pair/" })).Keys.ShouldBe(["pair/a", "pair/a/b", "pair/c", "pair/c/d"]);
    }

    [Fact]
    public async Task A_key_of_more_than_1024_bytes_is_refused()
    {
        var error = await Should.ThrowAsync<AmazonS3Exception>(() => PutAsync(new string('k', 1_025), ""));

        error.ErrorCode.ShouldBe("KeyTooLongError");
    }

    [Fact]
    public async Task Conditions_are_honoured()
    {
        var put = await PutAsync("conditional", "1", request => request.IfNoneMatch = "*");
        await PreconditionFailsAsync(() => PutAsync("conditional", "2", request => request.IfNoneMatch = "*"));
        await PreconditionFailsAsync(() => PutAsync("conditional", "2", request => request.IfMatch = "\"other\""));
        (await s3.ReadAsync("conditional")).ShouldBe("1");

        await PutAsync("conditional", "3", request => request.IfMatch = put.ETag);

        (await s3.ReadAsync("conditional")).ShouldBe("3");
        await PreconditionFailsAsync(() => s3.Client.DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = LocalS3.Bucket, Key = "conditional", IfMatch = put.ETag }, Cancellation));
        (await s3.ReadAsync("conditional")).ShouldBe("3");
        (await Should.ThrowAsync<AmazonS3Exception>(() => PutAsync("absent", "1", request => request.IfMatch = put.ETag)))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_who_create_one_object_exactly_one_does()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            try
            {
                await PutAsync("contested", $"{number}", request => request.IfNoneMatch = "*");
                return $"{number}";
            }
            catch (AmazonS3Exception lost) when (lost.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return null;
            }
        }));

        (await s3.ReadAsync("contested")).ShouldBe(outcomes.OfType<string>().ShouldHaveSingleItem());
    }

    [Fact]
    public async Task The_entity_tag_is_the_md5_also_of_a_file_changed_by_hand()
    {
        var put = await PutAsync("tagged", "hello");
        put.ETag.ShouldBe("\"5d41402abc4b2a76b9719d911017c592\"");

        await File.WriteAllTextAsync(Path.Combine(s3.BucketFolder, "tagged"), "hello, world", Cancellation);

        var head = await s3.Client.GetObjectMetadataAsync(LocalS3.Bucket, "tagged", Cancellation);
        head.ETag.ShouldBe("\"e4d7f1b4ed2e42d15898f4b27b019da4\"");
        head.ContentLength.ShouldBe(12);
    }

    [Theory]
    [InlineData("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==", "XUFAKrxLKna5cZ2REBfFkQ==")]
    [InlineData("x-amz-checksum-crc32", "NhCmhg==", "NhCmhw==")]
    [InlineData("x-amz-checksum-crc32c", "mnG7TA==", "mnG7TQ==")]
    [InlineData("x-amz-checksum-sha1", "qvTGHdzF6KLavt4PO0gs2a6pQ00=", "qvTGHdzF6KLavt4PO0gs2a6pQ0w=")]
    [InlineData("x-amz-checksum-sha256", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCU=")]
    public async Task A_checksum_that_is_given_is_compared(string header, string right, string wrong)
    {
        (await SendAsync($"PUT /{LocalS3.Bucket}/sum", "hello", $"{header}: {wrong}\r\n")).ShouldContain("<Code>BadDigest</Code>");
        (await SendAsync($"GET /{LocalS3.Bucket}/sum", "")).ShouldStartWith("HTTP/1.1 404");

        (await SendAsync($"PUT /{LocalS3.Bucket}/sum", "hello", $"{header}: {right}\r\n")).ShouldStartWith("HTTP/1.1 200");
        await s3.Client.DeleteObjectAsync(LocalS3.Bucket, "sum", Cancellation);
    }

    [Theory]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("2;chunk-signature=ab\r\nhe\r\n3;chunk-signature=cd\r\nllo\r\n0;chunk-signature=ef\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhw==\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("5\r\nhel", "HTTP/1.1 400")]
    [InlineData("no size\r\nhello\r\n", "HTTP/1.1 400")]
    [InlineData("4\r\nhell\r\n0\r\n\r\n", "HTTP/1.1 400")]
    public async Task Chunks_are_put_together_and_broken_ones_refused(string body, string status)
    {
        const string Headers = "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\nx-amz-decoded-content-length: 5\r\n";

        (await SendAsync($"PUT /{LocalS3.Bucket}/chunked", body, Headers)).ShouldStartWith(status);

        var answer = await SendAsync($"GET /{LocalS3.Bucket}/chunked", "");
        answer.ShouldStartWith(status.EndsWith("200", StringComparison.Ordinal) ? "HTTP/1.1 200" : "HTTP/1.1 404");
        await s3.Client.DeleteObjectAsync(LocalS3.Bucket, "chunked", Cancellation);
    }

    [Fact]
    public async Task A_client_that_hangs_up_leaves_nothing()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", new Uri(s3.Address).Port, Cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /{LocalS3.Bucket}/half HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf"), Cancellation);
            client.Client.Shutdown(SocketShutdown.Send);
            try
            {
                _ = await stream.ReadAsync(new byte[1_000], Cancellation);
            }
            catch (IOException)
            {
                // The server has hung up.
            }
        }

        (await SendAsync($"GET /{LocalS3.Bucket}/half", "")).ShouldStartWith("HTTP/1.1 404");
    }

    [Fact]
    public async Task Lists_have_pages_prefixes_and_groups()
    {
        foreach (var key in new[] { "list/a", "list/b/1", "list/b/2", "list/c", "list/d/1", "lists" })
        {
            await PutAsync(key, key);
        }

        (await ListAsync(new() { Prefix = "list/", Delimiter = "/" })).ShouldBe((["list/a", "list/c"], ["list/b/", "list/d/"]), new Comparer());
        (await ListAsync(new() { Prefix = "list/", MaxKeys = 2 })).Keys.ShouldBe(["list/a", "list/b/1", "list/b/2", "list/c", "list/d/1"]);
        (await ListAsync(new() { Prefix = "list/", MaxKeys = 1, Delimiter = "/" })).ShouldBe((["list/a", "list/c"], ["list/b/", "list/d/"]), new Comparer());
        (await ListAsync(new() { Prefix = "list/", StartAfter = "list/b/2" })).Keys.ShouldBe(["list/c", "list/d/1"]);
    }

    [Fact]
    public async Task Several_objects_are_deleted_at_once_and_absent_ones_are_no_error()
    {
        await PutAsync("many/1", "");
        await PutAsync("many/<&>", "");

        await s3.Client.DeleteObjectsAsync(
            new() { BucketName = LocalS3.Bucket, Objects = [new() { Key = "many/1" }, new() { Key = "many/<&>" }, new() { Key = "many/3" }] },
            Cancellation);
        await s3.Client.DeleteObjectAsync(LocalS3.Bucket, "many/1", Cancellation);

        (await ListAsync(new() { Prefix = "many/" })).Keys.ShouldBeEmpty();
        Directory.Exists(Path.Combine(s3.BucketFolder, "many")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("bytes=1-3", "ell")]
    [InlineData("bytes=3-", "lo")]
    [InlineData("bytes=-2", "lo")]
    [InlineData("bytes=0-99", "hello")]
    public async Task A_part_of_an_object_can_be_read(string range, string part)
    {
        await PutAsync("ranged", "hello");

        var answer = await SendAsync($"GET /{LocalS3.Bucket}/ranged", "", $"Range: {range}\r\n");

        answer.ShouldStartWith("HTTP/1.1 206");
        answer.ShouldEndWith($"\r\n\r\n{part}");
    }

    [Fact]
    public async Task Buckets_are_created_and_missing_ones_told()
    {
        await s3.Client.PutBucketAsync("another-bucket", Cancellation);
        await PutAsync("x", "x", request => request.BucketName = "another-bucket");

        (await SendAsync("HEAD /another-bucket", "")).ShouldStartWith("HTTP/1.1 200");
        (await SendAsync("HEAD /no-such-bucket", "")).ShouldStartWith("HTTP/1.1 404");
        (await SendAsync("GET /no-such-bucket/key", "")).ShouldContain("<Code>NoSuchBucket</Code>");
        (await SendAsync("PUT /..%2Fescaped/key", "x")).ShouldContain("<Code>NoSuchBucket</Code>");
        (await SendAsync("PUT /.notes", "")).ShouldContain("<Code>InvalidBucketName</Code>");
    }

    private static async Task PreconditionFailsAsync(Func<Task> call) =>
        (await Should.ThrowAsync<AmazonS3Exception>(call)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

    private Task<PutObjectResponse> PutAsync(string key, string text, Action<PutObjectRequest>? change = null)
    {
        var request = new PutObjectRequest { BucketName = LocalS3.Bucket, Key = key, ContentBody = text };
        change?.Invoke(request);
        return s3.Client.PutObjectAsync(request, Cancellation);
    }

    private async Task<(List<string> Keys, List<string> Groups)> ListAsync(ListObjectsV2Request request)
    {
        request.BucketName = LocalS3.Bucket;
        var (keys, groups) = (new List<string>(), new List<string>());
        ListObjectsV2Response page;
        do
        {
            page = await s3.Client.ListObjectsV2Async(request, Cancellation);
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            groups.AddRange(page.CommonPrefixes ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return (keys, groups);
    }

    /// <summary>Sends a request as it is written here, and reads the whole answer.</summary>
    private async Task<string> SendAsync(string line, string body, string headers = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(s3.Address).Port, Cancellation);
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = $"{line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {bytes.Length}\r\n{headers}\r\n";
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        await stream.WriteAsync(bytes, Cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private sealed class Comparer : IEqualityComparer<(List<string> Keys, List<string> Groups)>
    {
        public bool Equals((List<string> Keys, List<string> Groups) x, (List<string> Keys, List<string> Groups) y) =>
            x.Keys.SequenceEqual(y.Keys) && x.Groups.SequenceEqual(y.Groups);

        public int GetHashCode((List<string> Keys, List<string> Groups) obj) => obj.Keys.Count;
    }
}
