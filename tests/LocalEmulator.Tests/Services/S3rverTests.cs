using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Analytics;
using LocalEmulator.Services;

namespace LocalEmulator.Tests.Services;

public sealed class S3rverTests(LocalS3 s3) : IClassFixture<LocalS3>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300_000)]
    public async Task What_a_client_with_default_settings_streams_is_stored_byte_for_byte(int length)
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(LocalAws.AccessKey, LocalAws.AccessKey),
            new AmazonS3Config { ServiceURL = s3.Client.Config.ServiceURL, AuthenticationRegion = LocalAws.Region });
        var text = string.Concat(Enumerable.Range(0, length).Select(number => (char)('a' + (number % 26))));
        var request = new PutObjectRequest
        {
            BucketName = Names.LocalBucket,
            Key = $"some/{length}.txt",
            ContentType = "text/plain",
            InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
        };

        await client.PutObjectAsync(request, Cancellation);

        (await s3.ReadAsync(request.Key)).ShouldBe(text);
        using var found = await client.GetObjectAsync(Names.LocalBucket, request.Key, Cancellation);
        found.Headers.ContentType.ShouldBe("text/plain");
        found.Headers.ContentEncoding.ShouldBeNullOrEmpty();
    }
}
