using Amazon.KinesisFirehose;
using Amazon.Lambda.Core;
using Amazon.Lambda.DynamoDBEvents;
using Amazon.Lambda.RuntimeSupport;

namespace PackageStandIns.Tests;

/// <summary>What is public here must be public in the official packages: these types are.</summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData(
        typeof(ILambdaContext),
        "IClientApplication IClientContext ICognitoIdentity ILambdaContext ILambdaLogger LogLevel")]
    [InlineData(
        typeof(LambdaBootstrap),
        "LambdaBootstrap LambdaBootstrapBuilder LambdaBootstrapInitializer")]
    [InlineData(
        typeof(StreamsEventResponse),
        "BatchItemFailure StreamsEventResponse")]
    [InlineData(
        typeof(IAmazonKinesisFirehose),
        "AmazonKinesisFirehoseClient AmazonKinesisFirehoseConfig AmazonKinesisFirehoseException IAmazonKinesisFirehose "
        + "InvalidArgumentException InvalidKMSResourceException InvalidSourceException LimitExceededException PutRecordBatchRequest "
        + "PutRecordBatchResponse PutRecordBatchResponseEntry Record ResourceNotFoundException ServiceUnavailableException")]
    public void Only_types_of_the_official_package_are_public(Type member, string types) =>
        string.Join(' ', member.Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal)).ShouldBe(types);
}
