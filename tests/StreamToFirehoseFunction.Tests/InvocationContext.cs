using Amazon.Lambda.Core;

namespace StreamToFirehoseFunction.Tests;

/// <summary>An invocation that has to be answered in time.</summary>
internal sealed class InvocationContext(TimeProvider time, TimeSpan timeout) : ILambdaContext
{
    private readonly DateTimeOffset deadline = time.GetUtcNow() + timeout;

    public string AwsRequestId => "invocation-1";

    public IClientContext ClientContext => null!;

    public string FunctionName => "StreamToFirehoseFunction";

    public string FunctionVersion => "1";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime => deadline - time.GetUtcNow();
}
