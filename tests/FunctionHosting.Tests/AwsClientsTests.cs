using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace FunctionHosting.Tests;

public sealed class AwsClientsTests
{
    [Fact]
    public void A_client_that_can_not_be_made_is_a_setting_s_mistake_in_one_line() =>
        Should.Throw<SettingsException>(() => AwsClients.Create<AmazonDynamoDBClient>(() => throw new AmazonClientException("No region.\nNone.")))
            .Message.ShouldBe("AWS_REGION, or another setting of the AWS SDK, is missing or bad: No region. None.");
}
