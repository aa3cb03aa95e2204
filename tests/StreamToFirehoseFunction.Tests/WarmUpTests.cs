using Amazon.KinesisFirehose;
using Amazon.Runtime;
using static StreamToFirehoseFunction.Tests.ScriptedFirehose;

namespace StreamToFirehoseFunction.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public async Task Nothing_leaves_the_process()
    {
        await using var firehose = await ScriptedFirehose.StartAsync(Take());
        var clients = 0;

        await WarmUp.RunAsync(http =>
        {
            clients++;
            return new AmazonKinesisFirehoseClient(
                new BasicAWSCredentials("id", "secret"),
                new AmazonKinesisFirehoseConfig { ServiceURL = firehose.Url, AuthenticationRegion = "us-east-1", HttpClientFactory = http });
        });

        clients.ShouldBe(1);
        firehose.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_in_it_is_left_to_the_first_delivery() =>
        await WarmUp.RunAsync(_ => throw new AmazonClientException("No credentials."));
}
