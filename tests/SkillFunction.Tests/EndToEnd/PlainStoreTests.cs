using System.Text;
using Microsoft.AspNetCore.Http;
using SkillFunction.Tests.Memory;

namespace SkillFunction.Tests.EndToEnd;

/// <summary>A store that is compatible with S3 but for bodies signed in chunks, and checksums if need be.</summary>
public class PlainStoreTests(LocalAwsFixture aws)
{
    private const string NoSuchKey = """<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>None.</Message></Error>""";

    [Theory]
    [InlineData(null)]
    [InlineData("when_required")]
    public async Task It_remembers_users(string? checksums)
    {
        var stored = "";
        await using var s3 = await TestServer.StartAsync(async context =>
        {
            var headers = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}")).ToLowerInvariant();
            var isPut = HttpMethods.IsPut(context.Request.Method);
            var isPlain = !headers.Contains("aws-chunked", StringComparison.Ordinal)
                && !headers.Contains("streaming-", StringComparison.Ordinal)
                && (checksums is null || !isPut || !headers.Contains("checksum", StringComparison.Ordinal));
            if (isPut && isPlain)
            {
                using var body = new StreamReader(context.Request.Body);
                stored = await body.ReadToEndAsync();
                return;
            }

            context.Response.StatusCode = isPlain ? StatusCodes.Status404NotFound : StatusCodes.Status501NotImplemented;
            await context.Response.WriteAsync(isPlain ? NoSuchKey : "");
        });
        (string, string)[] variables =
            [("ATTRIBUTES_STORE", "s3"), ("ATTRIBUTES_BUCKET", "users"), ("AWS_ENDPOINT_URL_S3", s3.Address.ToString())];
        await using var skill = await RunningSkill.StartAsync(
            aws, checksums is null ? variables : [.. variables, ("AWS_REQUEST_CHECKSUM_CALCULATION", checksums)]);

        // On a busy machine a cold start may outlast the skill's patience with its store.
        for (var attempt = 0; attempt < 5 && stored.Length == 0; attempt++)
        {
            await skill.AskAsync(Encoding.UTF8.GetBytes(MemoryJson.MyNameIs("Anna")));
        }

        stored.ShouldStartWith("{");
        stored.ShouldContain("Anna");
    }
}
